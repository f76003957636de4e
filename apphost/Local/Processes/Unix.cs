using System.Runtime.InteropServices;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>The signals this application sends.</summary>
internal enum UnixSignal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

/// <summary>The system calls that .NET has no door to.</summary>
internal static partial class Unix
{
    public static bool IsRoot => EffectiveUser() == 0;

    public static void Signal(int pid, UnixSignal signal) => _ = Kill(pid, (int)signal);

    /// <summary>The process, and all that it started in its own group. A child that has no group yet is reached by its pid.</summary>
    public static void SignalGroup(int pid, UnixSignal signal)
    {
        if (Kill(-pid, (int)signal) != 0)
            Signal(pid, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
