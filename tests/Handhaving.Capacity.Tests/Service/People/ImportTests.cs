namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>Files of people over the real door: all rows or none, each with what becomes of it.</summary>
public sealed class ImportTests(CapacityRegion region)
{
    private const string Parent = "municipalities/0986";

    [Fact]
    public async Task A_file_with_wrong_rows_is_refused_row_by_row_and_nothing_of_it_is_kept()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var id = Staff.NewId();
        var day = Staff.Today;

        var contracts = await ImportAsync(planner, V1.PeopleTable.Officers, "officer;display_name;staff_team;function;other_functions;weekly_hours;fixed_free_days;night_exempt;trainee;valid_from;valid_until",
            $"{id};Noor;boa;boa-1;;32,5;za zo;ja;nee;{day:dd-MM-yyyy};", $"{id};Noor;boa;boa-1;;32,5;;nee;nee;{day.AddDays(5):yyyy-MM-dd};", $"{id};Noor;ruiters;boa-1;;36;;;;{day:yyyy-MM-dd};", $"{id};Noor;boa;boa-1;;veel;;;;{day:yyyy-MM-dd};", "te;kort");
        var aktes = await ImportAsync(planner, V1.PeopleTable.Appointments, "officer,domain,territory,valid_from,valid_until,modules,use_of_force_until",
            $"officer-0986-01,I,0986 9999,{day:yyyy-MM-dd},{day.AddYears(1):yyyy-MM-dd},,", $"officer-0986-01,I,0986,{day:yyyy-MM-dd},{day.AddYears(6):yyyy-MM-dd},,", $"niemand,I,0986,{day:yyyy-MM-dd},{day.AddYears(1):yyyy-MM-dd},,", $"officer-0986-01,IX,0986,{day:yyyy-MM-dd},{day.AddYears(1):yyyy-MM-dd},,");

        Assert.False(contracts.Imported || aktes.Imported);
        Assert.Equal([(2, ""), (3, "CONTRACTS_OVERLAP"), (4, "IMPORT_OFFICER_DIFFERS"), (5, "IMPORT_VALUE_INVALID"), (6, "IMPORT_FIELDS_DIFFER")], Rows(contracts));
        Assert.Equal([(2, "MUNICIPALITY_UNKNOWN"), (3, "APPOINTMENT_TERM_TOO_LONG"), (4, "IMPORT_OFFICER_UNKNOWN"), (5, "IMPORT_VALUE_INVALID")], Rows(aktes));
        Assert.Contains("9999", aktes.Rows[0].DutchMessage, StringComparison.Ordinal);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.People.GetOfficerAsync(new() { Name = $"{Parent}/officers/{id}" }, planner.Call)));
    }

    [Fact]
    public async Task A_file_that_is_right_is_taken_once_and_what_is_exported_changes_nothing()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (id, noon) = (Staff.NewId(), Staff.Noon(50));
        var contract = $"{id},Noor,boa,boa-2,,36,,nee,nee,{Staff.Today.AddYears(-1):yyyy-MM-dd},";
        const string Columns = "officer,display_name,staff_team,function,other_functions,weekly_hours,fixed_free_days,night_exempt,trainee,valid_from,valid_until";
        var before = await planner.BlockAsync("0986", noon, "boa-2");

        Assert.False((await ImportAsync(planner, V1.PeopleTable.Officers, true, Columns, contract)).Imported);
        Assert.True((await ImportAsync(planner, V1.PeopleTable.Officers, Columns, contract)).Imported);
        Assert.True((await ImportAsync(planner, V1.PeopleTable.Appointments, "officer,domain,territory,valid_from,valid_until,modules,use_of_force_until", $"{id},II,0986,{Staff.Today.AddYears(-1):yyyy-MM-dd},{Staff.Today.AddYears(3):yyyy-MM-dd},PHB-1:{Staff.Today.AddMonths(-2):yyyy-MM-dd},")).Imported);
        Assert.Equal(before.Plannable + 1, (await planner.BlockAsync("0986", noon, "boa-2")).Plannable);
        Assert.True((await ImportAsync(planner, V1.PeopleTable.Absences, "officer,kind,start_time,end_time,certainty,borrower", $"{id},leave,{noon:yyyy-MM-dd'T'HH:mm:ss'Z'},{noon.AddHours(2):yyyy-MM-dd'T'HH:mm:ss'Z'},confirmed,")).Imported);
        Assert.Equal(before.Plannable, (await planner.BlockAsync("0986", noon, "boa-2")).Plannable);
        Assert.Equal("\"3\"", (await planner.People.GetOfficerAsync(new() { Name = $"{Parent}/officers/{id}" }, planner.Call)).Officer.Etag);

        foreach (var table in Enum.GetValues<V1.PeopleTable>().Where(table => table is not V1.PeopleTable.Unspecified))
        {
            var csv = (await planner.People.ExportPeopleAsync(new() { Parent = Parent, Table = table }, planner.Call)).Csv;
            var again = await planner.People.ImportPeopleAsync(new() { Parent = Parent, Table = table, Csv = csv, RequestId = Asked.Id() }, planner.Call);
            Assert.All(again.Rows, row => Assert.Equal(V1.ImportOutcome.Unchanged, row.Outcome));
            Assert.NotEmpty(again.Rows);
        }
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused_as_a_whole()
    {
        var planner = Person.PlannerOfLandgraaf(region);

        Assert.Equal("IMPORT_UNREADABLE", await RefusedAsync("officer,kind\n\"a"));
        Assert.Equal("IMPORT_COLUMN_MISSING", await RefusedAsync("officer,kind\na,b"));
        Assert.Equal("IMPORT_TOO_LONG", await RefusedAsync("officer,kind,start_time,end_time,certainty,borrower\n" + string.Concat(Enumerable.Repeat("a,,,,,\n", 5001))));
        Assert.Equal("INVALID_REQUEST", await RefusedAsync(""));

        Task<string> RefusedAsync(string csv) => Failure.ReasonAsync(planner.People.ImportPeopleAsync(new() { Parent = Parent, Table = V1.PeopleTable.Absences, Csv = csv, RequestId = Asked.Id() }, planner.Call));
    }

    [Fact]
    public async Task Days_and_times_that_nothing_can_reckon_with_are_refused_with_their_row()
    {
        var (planner, day) = (Person.PlannerOfLandgraaf(region), Staff.Today);

        var aktes = await ImportAsync(planner, V1.PeopleTable.Appointments, "officer,domain,territory,valid_from,valid_until,modules,use_of_force_until",
            $"officer-0986-01,I,0986,{day:yyyy-MM-dd},{day.AddYears(1):yyyy-MM-dd},,9999-12-31", $"officer-0986-01,I,0986,0001-01-01,{day:yyyy-MM-dd},,");
        var absences = await ImportAsync(planner, V1.PeopleTable.Absences, "officer,kind,start_time,end_time,certainty,borrower",
            "officer-0986-01,leave,0001-01-01 08:00,0001-01-01 09:00,confirmed,", $"officer-0986-01,leave,{day:yyyy-MM-dd}T08:00:00,{day:yyyy-MM-dd}T09:00:00,confirmed,");

        Assert.Equal([(2, "IMPORT_VALUE_INVALID"), (3, "IMPORT_VALUE_INVALID")], Rows(aktes));
        Assert.Equal([(2, "IMPORT_VALUE_INVALID"), (3, "IMPORT_VALUE_INVALID")], Rows(absences));
    }

    private static IEnumerable<(int, string)> Rows(V1.ImportPeopleResponse answer) => answer.Rows.Select(row => (row.Line, row.Reason));

    private static Task<V1.ImportPeopleResponse> ImportAsync(Person planner, V1.PeopleTable table, params string[] lines) => ImportAsync(planner, table, false, lines);

    private static async Task<V1.ImportPeopleResponse> ImportAsync(Person planner, V1.PeopleTable table, bool validateOnly, params string[] lines) =>
        await planner.People.ImportPeopleAsync(new() { Parent = Parent, Table = table, Csv = string.Join('\n', lines), ValidateOnly = validateOnly, RequestId = Asked.Id() }, planner.Call);
}
