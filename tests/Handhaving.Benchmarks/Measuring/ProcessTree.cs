using System.Globalization;

namespace Handhaving.Benchmarks.Measuring;

/// <summary>CPU time and memory of a process with all it started, from /proc.</summary>
internal static class ProcessTree
{
    private const double MicrosecondsPerTick = 10_000; // USER_HZ is 100 on every Linux that .NET runs on

    /// <summary>Of the process, of those of its children that ended, and of those that live.</summary>
    public static double CpuMicroseconds(int pid) => Members(pid).Sum(member => OwnMicroseconds(member) + EndedChildrenMicroseconds(member));

    public static double OwnMicroseconds(int pid) => Ticks(pid, 13, 14) * MicrosecondsPerTick;

    /// <summary>Of children that ended and were waited for.</summary>
    public static double EndedChildrenMicroseconds(int pid) => Ticks(pid, 15, 16) * MicrosecondsPerTick;

    /// <summary>Resident, a page shared by several counted once in all (PSS).</summary>
    public static double MemoryMebibytes(int pid, bool withChildren) => (withChildren ? Members(pid) : [pid]).Sum(KibibytesOf) / 1024;

    private static List<int> Members(int pid)
    {
        List<int> members = [pid];
        for (var index = 0; index < members.Count; index++) members.AddRange(ChildrenOf(members[index]));
        return members;
    }

    private static IEnumerable<int> ChildrenOf(int pid)
    {
        foreach (var file in TasksOf(pid))
            foreach (var child in Read(file).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return int.Parse(child, CultureInfo.InvariantCulture);
    }

    private static string[] TasksOf(int pid) => Directory.Exists($"/proc/{pid}/task") ? [.. Directory.EnumerateDirectories($"/proc/{pid}/task").Select(task => task + "/children")] : [];

    // Fields of /proc/PID/stat, counted from 0; the second is the name in brackets, which may hold blanks.
    private static long Ticks(int pid, params ReadOnlySpan<int> fields)
    {
        var text = Read($"/proc/{pid}/stat");
        if (text.Length == 0) return 0;
        var values = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        long sum = 0;
        foreach (var field in fields) sum += long.Parse(values[field - 2], CultureInfo.InvariantCulture);
        return sum;
    }

    // Some sandboxes have no rollup; there a shared page counts once in each process.
    private static double KibibytesOf(int pid) => Kibibytes($"/proc/{pid}/smaps_rollup", "Pss:") ?? Kibibytes($"/proc/{pid}/status", "VmRSS:") ?? 0;

    private static double? Kibibytes(string file, string name) =>
        Read(file).Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => (double?)double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault();

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return ""; // ended meanwhile
        }
    }
}
