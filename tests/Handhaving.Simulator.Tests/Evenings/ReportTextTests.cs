using Handhaving.Simulator.Evenings;
using Handhaving.Simulator.Ledger;
using Xunit;

namespace Handhaving.Simulator.Tests.Evenings;

public sealed class ReportTextTests
{
    private static readonly EveningReport Sound = new()
    {
        Scenario = "jaarwisseling", Level = "L2", Run = "demo", Seed = 3, Weekday = "Wednesday", Clock = 60, Hours = 8, Units = 30, UnitsOfLevel = 185,
        Counts = new Dictionary<string, int> { ["Reported"] = 5, ["DuplicateFound"] = 2 },
        Broken = [], AcceptedFixes = 900, RefusedFixes = new Dictionary<string, int>(), Boards = new(20, 1, 0, 0, 4), Verdict = Verdict(lost: 0), Latencies = [new("ReportIncident", 5, 1.5, 2, 3, 4)],
    };

    [Fact]
    public void A_report_tells_what_was_played_and_what_came_of_it()
    {
        var text = ReportText.Of(Sound);

        Assert.All(
            ["jaarwisseling L2, run demo, seed 3: Wednesday, 8 h at 60x", "Units 30 of 185; DuplicateFound 2, Reported 5; not played to the end 0", "desks 20, gaps 0, repeats 0, resyncs 4, streams reopened 1", "AssignUnit UNIT_ON_BREAK 1", "visible of accepted: IncidentHeld 2/2, UnitSignedOn 11/12"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Matches(@"ReportIncident +5 +1\.5 +2\.0 +3\.0 +4\.0", text);
    }

    [Fact]
    public void The_exit_code_says_whether_the_ledger_holds()
    {
        Assert.Equal(
            [0, 1, 1, 1, 2, 3],
            new[]
            {
                Sound, Sound with { Verdict = Verdict(lost: 1) }, Sound with { Boards = new(20, 0, 1, 0, 0) }, Sound with { Boards = new(20, 0, 0, 1, 0) },
                Sound with { Verdict = null }, Sound with { Broken = ["report 3: no answer"] },
            }.Select(report => report.ExitCode));
    }

    private static Verdict Verdict(int lost) => new()
    {
        Sent = 9, Accepted = 8, Refused = new Dictionary<string, int> { ["AssignUnit UNIT_ON_BREAK"] = 1 }, Lost = lost, Doubled = 0, InDoubt = 0, Resolved = 0, Unseen = 0, Findings = [], Kept = [new("IncidentHeld", 2, 2), new("UnitSignedOn", 12, 11)],
    };
}
