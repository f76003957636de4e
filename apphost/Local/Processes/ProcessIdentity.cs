using System.Globalization;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>A process named so that a reused pid is never taken for it: pid, start time in clock ticks since boot, and the boot.</summary>
internal sealed record ProcessIdentity(int Pid, long Started, string Boot)
{
    private static readonly string ThisBoot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static ProcessIdentity Current =>
        Of(Environment.ProcessId) ?? throw new InvalidOperationException("This process is not in /proc.");

    public bool IsAlive => Of(Pid) == this;

    /// <summary>None when there is no such process or it only waits to be reaped.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{pid}/stat");
            // 1234 (a name (with brackets)) S 1 ...: the fields after the name start with the state; the 20th of them is the start time.
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new ProcessIdentity(pid, long.Parse(fields[19], CultureInfo.InvariantCulture), ThisBoot);
        }
        catch (IOException)
        {
            return null; // the process went away, before or while it was read (ESRCH)
        }
    }
}
