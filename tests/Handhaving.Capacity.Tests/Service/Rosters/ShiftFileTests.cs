using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Rosters as files and calendars over the real door.</summary>
public sealed class ShiftFileTests(CapacityRegion region)
{
    private const string Columns = "officer,function,unit,activity,start_time,end_time,break_minutes,pinned,note";

    [Fact]
    public async Task A_file_is_judged_row_by_row_by_the_law_too_and_taken_whole_or_not_at_all()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (officer, first) = (await planner.PoliceAsync(), Staff.Today.AddDays(65));
        var (draft, id) = (await planner.PoliceDraftAsync(first), officer.Name.Split('/')[^1]);
        string[] good = [$"{id},noodhulp,,balie,{first:yyyy-MM-dd} 08:00,{first:yyyy-MM-dd} 16:00,,nee,", $"{id},noodhulp,,,{first.AddDays(1):yyyy-MM-dd} 08:00,{first.AddDays(1):yyyy-MM-dd} 16:00,30,ja,"];
        string[] bad = [$"{id},noodhulp,,,{first.AddDays(1):yyyy-MM-dd} 17:00,{first.AddDays(1):yyyy-MM-dd} 23:00,,nee,", $"niemand,noodhulp,,,{first:yyyy-MM-dd} 08:00,{first:yyyy-MM-dd} 16:00,,nee,", $"{id},ruiter,,,{first:yyyy-MM-dd} 08:00,{first:yyyy-MM-dd} 16:00,,nee,", $"{id},noodhulp,,,gisteren,{first:yyyy-MM-dd} 16:00,,nee,"];

        var refused = await planner.Rosters.ImportShiftsAsync(File(draft, [.. good, .. bad]), planner.Call);

        Assert.False(refused.Imported);
        Assert.Equal([(2, ""), (3, ""), (4, "ROSTER_BREAKS_LAW"), (5, "ROSTER_OFFICER_UNKNOWN"), (6, "FUNCTION_UNKNOWN"), (7, "IMPORT_VALUE_INVALID")], refused.Rows.Select(row => (row.Line, row.Reason)));
        Assert.Contains("uur werk", refused.Rows[2].DutchMessage, StringComparison.Ordinal);
        var units = await planner.Rosters.ImportShiftsAsync(File(draft, [.. new[] { "../../x Y!", "", $"{new string('x', 3000)}" }.Select(unit => $"{id},noodhulp,{Planned.Team}/units/{unit},,{first:yyyy-MM-dd} 08:00,{first:yyyy-MM-dd} 16:00,,nee,")]), planner.Call);
        Assert.All(units.Rows, row => Assert.Equal("IMPORT_VALUE_INVALID", row.Reason));
        Assert.False((await planner.Rosters.ImportShiftsAsync(new(File(draft, good)) { ValidateOnly = true }, planner.Call)).Imported);
        Assert.Empty((await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster.Shifts);
        Assert.Equal("IMPORT_COLUMN_MISSING", await Failure.ReasonAsync(planner.Rosters.ImportShiftsAsync(new() { Name = draft.Name, Etag = draft.Etag, Csv = "officer\r\n", RequestId = Asked.Id() }, planner.Call)));

        Assert.True((await planner.Rosters.ImportShiftsAsync(File(draft, good), planner.Call)).Imported);
        var filled = (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster;
        Assert.Equal(("\"2\"", "balie", 30), (filled.Etag, filled.Shifts[0].Activity, filled.Shifts[1].BreakMinutes));
    }

    [Fact]
    public async Task What_is_written_is_read_back_and_is_no_formula_in_a_spreadsheet()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (officer, first) = (await planner.PoliceAsync(), Staff.Today.AddDays(70));
        var shift = Planned.Shift(officer, first, function: "noodhulp");
        (shift.Activity, shift.Note) = ("=HYPERLINK(\"x\";\"y\")", "@balie, neem \"sleutel\" mee");
        var draft = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(await planner.PoliceDraftAsync(first), shift), planner.Call)).Roster;

        var csv = (await planner.Rosters.ExportShiftsAsync(new() { Name = draft.Name }, planner.Call)).Csv;
        var copy = await planner.PoliceDraftAsync(first);
        var imported = await planner.Rosters.ImportShiftsAsync(new() { Name = copy.Name, Etag = copy.Etag, Csv = csv, RequestId = Asked.Id() }, planner.Call);

        Assert.Contains("\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.True(imported.Imported);
        var read = Assert.Single((await planner.Rosters.GetRosterAsync(new() { Name = copy.Name }, planner.Call)).Roster.Shifts);
        Assert.Equal((draft.Shifts[0].Activity, draft.Shifts[0].Note, draft.Shifts[0].StartTime, draft.Shifts[0].BreakMinutes), (read.Activity, read.Note, read.StartTime, read.BreakMinutes));
    }

    [Fact]
    public async Task Published_shifts_are_a_calendar_for_their_person_and_the_planner()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (officer, first) = (await planner.PoliceAsync(), Staff.Today.AddDays(80));
        var shift = Planned.Shift(officer, first, unit: $"{Planned.Team}/units/bl-11", function: "noodhulp");
        shift.Note = $"Eerst naar de markt; dan, met Ännchen, langs het station: {new string('é', 60)}";
        var draft = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(await planner.PoliceDraftAsync(first), shift), planner.Call)).Roster;
        Assert.DoesNotContain("VEVENT", await CalendarAsync(planner, officer), StringComparison.Ordinal);
        await planner.Rosters.PublishRosterAsync(Planned.Publish(draft), planner.Call);
        var (own, colleague) = (new Person(region, region.Replica(0), officer.Name.Split('/')[^1], "police", [], ["brunssum-landgraaf"]), new Person(region, region.Replica(0), "officer-bl-02", "police", [], ["brunssum-landgraaf"]));

        var calendar = await CalendarAsync(own, officer);

        Assert.Contains($"DTSTART:{shift.StartTime.ToDateTime():yyyyMMdd'T'HHmmss'Z'}\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Dienst bl-11\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Eerst naar de markt\\; dan\\, met Ännchen", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal("CALENDAR_NOT_YOURS", await Failure.ReasonAsync(colleague.Rosters.ExportCalendarAsync(new() { Name = officer.Name }, colleague.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(own.Rosters.GetRosterAsync(new() { Name = draft.Name }, own.Call)));
    }

    private static async Task<string> CalendarAsync(Person person, V1.Officer officer) => (await person.Rosters.ExportCalendarAsync(new() { Name = officer.Name }, person.Call)).Calendar;

    private static V1.ImportShiftsRequest File(V1.Roster draft, params string[] rows) => new() { Name = draft.Name, Etag = draft.Etag, Csv = string.Join("\r\n", rows.Prepend(Columns)), RequestId = Asked.Id() };
}
