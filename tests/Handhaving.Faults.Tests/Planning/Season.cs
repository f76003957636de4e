namespace Handhaving.Faults.Tests.Planning;

/// <summary>Evenings for which everybody asks people of one team, of whom there are too few.</summary>
internal static class Season
{
    public const string Team = "teams/westelijke-mijnstreek", Function = "motor", Cases = "seizoen";

    /// <summary>People of the function on each evening: somewhat fewer than the desks would want at once.</summary>
    public const int Strength = 8;

    private const int Evenings = 40;
    private static readonly DateTimeOffset First = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(61);

    /// <summary>Begin and end of it all.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Whole => (First, First.AddDays(Evenings));

    /// <summary>When a case begins: cases overlap each other by one hour or more.</summary>
    public static DateTimeOffset StartOf(int number) => First.AddDays(number % Evenings).AddHours(18 + number % 2);
}
