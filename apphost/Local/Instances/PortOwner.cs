using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>Who listens on a port of this machine.</summary>
internal static class PortOwner
{
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Pid and program; the arguments are left out because they may hold secrets.</summary>
    public static string Of(int port)
    {
        var sockets = ListeningSockets(port).ToHashSet();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
            if (Holds(process, sockets))
                return $"process {Path.GetFileName(process)} ({ProgramOf(process)})";
        return "a process of another user";
    }

    // Fields of /proc/net/tcp: 1 local address as HEX:PORT, 3 state (0A is LISTEN), 9 inode of the socket.
    private static IEnumerable<string> ListeningSockets(int port) =>
        from file in new[] { "/proc/net/tcp", "/proc/net/tcp6" }
        where File.Exists(file)
        from line in File.ReadLines(file).Skip(1)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where fields[3] == "0A" && int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) == port
        select $"socket:[{fields[9]}]";

    private static bool Holds(string process, HashSet<string> sockets)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "fd")).EnumerateFileSystemInfos().Any(file => sockets.Contains(file.LinkTarget ?? ""));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // ended meanwhile, or not ours to look into
        }
    }

    private static string ProgramOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (IOException)
        {
            return "ended meanwhile";
        }
    }
}
