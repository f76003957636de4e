using System.Text.Json;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.StatusCodes;

/// <summary>Which lists of codes are accepted, what is said of the others, and which code may follow.</summary>
public sealed class StatusCodeListTests
{
    private const string Rest = """{"code":"1","label":"Vrij","meaning":"Available"},{"code":"2","label":"Weg","meaning":"UnderWay"},{"code":"3","label":"Er","meaning":"OnScene"},{"code":"4","label":"Klaar","meaning":"JobDone"}""";

    public static TheoryData<string, string> Wrong => new()
    {
        { "7", "De lijst is niet leesbaar bij $." },
        { "[]", "De lijst heeft geen codes of een lege code." },
        { "[null]", "De lijst heeft geen codes of een lege code." },
        { $$"""[{{Rest}},{"code":"5","label":"X","meaning":"Flying"}]""", "De lijst is niet leesbaar bij $[4].meaning." },
        { $$"""[{{Rest}},{"code":"5","label":"X","meaning":12}]""", "De lijst is niet leesbaar bij $[4].meaning." },
        { $$"""[{{Rest}},{"code":"5","label":"X","colour":"red","meaning":"Break"}]""", "De lijst is niet leesbaar bij $[4].colour." },
        { $$"""[{{Rest}},{"code":"5","label":"X"}]""", "Code 5 heeft geen betekenis (meaning)." },
        { $$"""[{{Rest}},{"label":"X","meaning":"Break"}]""", "Code '' moet 1 tot en met 8 tekens hebben." },
        { $$"""[{{Rest}},{"code":"5","label":"","meaning":"Break"}]""", "Code 5 moet een label hebben van 1 tot en met 60 tekens." },
        { $$"""[{{Rest}},{"code":"5","label":"X","meaning":"Break","allowedNext":["12"]}]""", "Code 5: de volgende code 12 bestaat niet." },
        { $$"""[{{Rest}},{"code":"5","label":"X","meaning":"Break","warnSeconds":-1}]""", "Code 5: seconden liggen tussen 0 en 86400." },
        { $$"""[{{Rest}},{"code":"5","label":"X","meaning":"Break","warnSeconds":60,"alertSeconds":30}]""", "Code 5: de waarschuwing komt na het alarm." },
        { $$"""[{{Rest}},{"code":"1","label":"X","meaning":"Break"}]""", "Code 1 staat er meer dan een keer in voor hetzelfde soort eenheid." },
        { """[{"code":"1","label":"Vrij","meaning":"Available"},{"code":"2","label":"Weg","meaning":"UnderWay"},{"code":"3","label":"Er","meaning":"OnScene"}]""", "Er is geen code met betekenis JobDone." },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_list_is_refused_by_a_sentence_that_says_where(string json, string problem) => Assert.Equal([problem], Problems(json));

    [Fact]
    public void The_default_list_is_right_and_has_the_ten_codes()
    {
        var codes = StatusCodeList.Read(StatusCodeList.DefaultJson);

        Assert.Empty(Problems(StatusCodeList.DefaultJson));
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"{number}"), codes.All.Select(code => code.Code));
        Assert.Equal("Ter plaatse", codes.Of(StatusMeaning.OnScene, UnitKind.Foot)?.Label);
        Assert.All(codes.All, code => Assert.True(code.ReportableByUnit));
    }

    [Fact]
    public void One_code_may_mean_another_thing_for_another_kind_of_unit()
    {
        var json = $$"""[{{Rest}},{"code":"9","label":"Pauze","meaning":"Break","kinds":["Foot"]},{"code":"9","label":"Tanken","meaning":"OutOfService","kinds":["Car","Police"]}]""";
        var codes = StatusCodeList.Read(json);

        Assert.Empty(Problems(json));
        Assert.Equal("Pauze", codes.Find("9", UnitKind.Foot).Label);
        Assert.Equal("Tanken", codes.Find("9", UnitKind.Police).Label);
        var unknown = Assert.Throws<RuleBroken>(() => codes.Find("9", UnitKind.Bike));
        Assert.Equal((StatusCodeRules.Known, "1, 2, 3, 4"), (unknown.Rule, unknown.Metadata["known"]));
    }

    [Theory]
    [InlineData("2", "3", true)]
    [InlineData("2", "1", false)] // a job is ended first: a reset never clears it (TicketsCAD #82)
    [InlineData("2", "10", false)]
    [InlineData("3", "2", false)]
    [InlineData("9", "1", true)]
    [InlineData("9", "2", false)]
    [InlineData("10", "1", true)] // no list = all
    public void Only_a_code_of_the_list_follows(string current, string next, bool allowed)
    {
        var codes = StatusCodeList.Read(StatusCodeList.DefaultJson);
        var judge = () => StatusCodeRules.RequireNext(codes.Find(next, UnitKind.Car), codes.Find(current, UnitKind.Car));

        if (allowed) judge();
        else Assert.Equal(StatusCodeRules.Next, Assert.Throws<RuleBroken>(judge).Rule);
    }

    [Theory]
    [InlineData(UnitActivity.Patrolling, AssignmentState.EnRoute, StatusMeaning.UnderWay)]
    [InlineData(UnitActivity.Patrolling, AssignmentState.OnScene, StatusMeaning.OnScene)]
    [InlineData(UnitActivity.Patrolling, AssignmentState.Accepted, StatusMeaning.Patrolling)]
    [InlineData(UnitActivity.Available, AssignmentState.Offered, StatusMeaning.Available)]
    [InlineData(UnitActivity.Available, null, StatusMeaning.Available)]
    [InlineData(UnitActivity.Break, null, StatusMeaning.Break)]
    [InlineData(UnitActivity.OutOfService, null, StatusMeaning.OutOfService)]
    public void The_code_a_unit_has_follows_from_its_job_and_activity(UnitActivity activity, AssignmentState? job, StatusMeaning meaning) =>
        Assert.Equal(meaning, StatusCodeRules.CurrentOf(activity, job));

    private static IEnumerable<string> Problems(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. StatusCodeList.ProblemsOf(document.RootElement)];
    }
}
