namespace Handhaving.AppHost.Local.Doctor;

/// <summary>Disk, clock and time zone.</summary>
internal static class MachineFindings
{
    private const long Gibibyte = 1L << 30, Needed = 2 * Gibibyte;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static Finding Disk(string directory, long freeBytes) => freeBytes >= Needed
        ? Finding.Fine("disk", $"{freeBytes / Gibibyte} GiB free")
        : new Finding("disk", $"{freeBytes >> 20} MiB free, {Needed / Gibibyte} GiB needed",
            $"free space on the disk of {directory}; data of other instances is in .handhaving/ and may be deleted while they do not run");

    /// <summary>A clock that runs before this program was built would make every token and deadline wrong.</summary>
    public static Finding Clock(DateTimeOffset now, DateTimeOffset built) => now >= built - ClockTolerance
        ? Finding.Fine("clock", $"{now:yyyy-MM-dd HH:mm} UTC")
        : new Finding("clock", $"{now:yyyy-MM-dd HH:mm} UTC is before this program was built ({built:yyyy-MM-dd HH:mm} UTC)", "sudo timedatectl set-ntp true");

    public static Finding TimeZone() => TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out _)
        ? Finding.Fine("time zone", "Europe/Amsterdam is known")
        : new Finding("time zone", "Europe/Amsterdam is not known", "sudo apt-get install -y tzdata");
}
