using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.Checks;

/// <summary>Checks of several organisations together, over the real door.</summary>
public sealed class JointCheckTests(CapacityRegion region)
{
    private const string Beek = "municipalities/0888", Brunssum = "municipalities/0899", Team = "teams/brunssum-landgraaf";

    [Fact]
    public async Task C50_a_joint_check_is_one_task_of_several_organisations_and_each_reads_its_own_findings_alone()
    {
        var (beek, brunssum, other) = (Planner("0888"), Planner("0899"), Planner("0971"));
        var check = await PlanAsync(beek, Check(-1, Beek, Brunssum, Team));

        var (mine, theirs) = (await FileAsync(beek, Beek, check.Name, "drie kratten vuurwerk"), await FileAsync(brunssum, Brunssum, check.Name, "geen vergunning"));

        Assert.Equal([Beek, Brunssum, Team], check.Participants);
        Assert.Contains(check, (await beek.JointChecks.ListJointChecksAsync(new() { Parent = Beek }, beek.Call)).JointChecks);
        Assert.Contains(check, (await brunssum.JointChecks.ListJointChecksAsync(new() { Parent = Brunssum }, brunssum.Call)).JointChecks);
        Assert.DoesNotContain(check, (await other.JointChecks.ListJointChecksAsync(new() { Parent = "municipalities/0971" }, other.Call)).JointChecks);
        Assert.Equal([mine], (await FindingsAsync(beek, Beek, check.Name)).Findings);
        Assert.Equal([theirs], (await FindingsAsync(brunssum, Brunssum, check.Name)).Findings);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(FindingsAsync(other, "municipalities/0971", check.Name)));
        Assert.Equal("TENANT_NOT_YOURS", await Failure.ReasonAsync(FindingsAsync(other, Beek, check.Name)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(other.JointChecks.FileCheckFindingAsync(Finding("municipalities/0971", check.Name, "niets"), other.Call)));
    }

    [Fact]
    public async Task C50_each_organisation_decides_about_its_own_units_and_all_see_who_comes()
    {
        var (beek, brunssum, team) = (Planner("0888"), Planner("0899"), Person.PlannerOfLandgraaf(region));
        var check = Check(1, Beek, Brunssum, Team);
        check.Partners.Add("Belastingdienst");
        var planned = await PlanAsync(beek, check);
        Assert.Equal((V1.CheckState.Asked, 2, 3), (planned.State, planned.Awaited.Count, planned.ComingUnits.Count));
        Assert.Equal(["Belastingdienst"], planned.Partners);
        Assert.Contains(planned, await AwaitingAsync(brunssum, Brunssum));
        Assert.DoesNotContain(planned, await AwaitingAsync(beek, Beek));

        var agreed = await AnswerAsync(brunssum, Answer(Brunssum, planned.Name, V1.CheckStance.Agrees, $"{Brunssum}/units/eenheid-7"));
        var declined = await AnswerAsync(team, new(Answer(Team, planned.Name, V1.CheckStance.Declines)) { Reason = "geen eenheid vrij" });

        Assert.Equal([Team], agreed.Awaited);
        Assert.Equal(V1.CheckState.Settled, declined.State);
        Assert.Equal([$"{Beek}/units/eenheid-1", $"{Brunssum}/units/eenheid-7"], declined.ComingUnits);
        Assert.Equal(declined, Assert.Single((await beek.JointChecks.ListJointChecksAsync(new() { Parent = Beek }, beek.Call)).JointChecks, one => one.Name == planned.Name));
        Assert.DoesNotContain(await AwaitingAsync(brunssum, Brunssum), one => one.Name == planned.Name);

        var again = await AnswerAsync(team, Answer(Team, planned.Name, V1.CheckStance.Agrees));
        Assert.Equal(2, again.Answers.Count);
        Assert.Equal(3, again.ComingUnits.Count);
    }

    [Fact]
    public async Task A_check_that_is_cancelled_stays_readable_with_its_reason_and_takes_no_answer_or_finding()
    {
        var (beek, brunssum) = (Planner("0888"), Planner("0899"));
        var check = await PlanAsync(beek, Check(-1, Beek, Brunssum));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(brunssum.JointChecks.CancelJointCheckAsync(Cancel(check.Name), brunssum.Call)));

        var cancelled = (await beek.JointChecks.CancelJointCheckAsync(Cancel(check.Name), beek.Call)).JointCheck;

        Assert.Equal((V1.CheckState.Cancelled, "pand is leeg", 0), (cancelled.State, cancelled.CancelReason, cancelled.ComingUnits.Count));
        Assert.Contains(cancelled, (await brunssum.JointChecks.ListJointChecksAsync(new() { Parent = Brunssum }, brunssum.Call)).JointChecks);
        Assert.Equal("CHECK_CANCELLED", await Failure.ReasonAsync(beek.JointChecks.CancelJointCheckAsync(Cancel(check.Name), beek.Call)));
        Assert.Equal("CHECK_CANCELLED", await AnsweredAsync(brunssum, Answer(Brunssum, check.Name, V1.CheckStance.Agrees)));
        Assert.Equal("CHECK_CANCELLED", await Failure.ReasonAsync(brunssum.JointChecks.FileCheckFindingAsync(Finding(Brunssum, check.Name, "niets"), brunssum.Call)));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_is_refused_with_its_reason()
    {
        var (beek, brunssum, other) = (Planner("0888"), Planner("0899"), Planner("0971"));
        var (check, over) = (await PlanAsync(beek, Check(-1, Beek, Brunssum)), await PlanAsync(beek, Check(-5, Beek, Brunssum)));

        Assert.Equal("CHECK_YOUR_OWN", await AnsweredAsync(beek, Answer(Beek, check.Name, V1.CheckStance.Agrees)));
        Assert.Equal("CHECK_DECLINE_REASON", await AnsweredAsync(brunssum, Answer(Brunssum, check.Name, V1.CheckStance.Declines)));
        Assert.Equal("UNIT_OF_NO_PARTICIPANT", await AnsweredAsync(brunssum, Answer(Brunssum, check.Name, V1.CheckStance.Agrees, $"{Beek}/units/eenheid-2")));
        Assert.Equal("CHECK_OVER", await AnsweredAsync(brunssum, Answer(Brunssum, over.Name, V1.CheckStance.Agrees)));
        Assert.Equal("CHECK_OVER", await Failure.ReasonAsync(beek.JointChecks.CancelJointCheckAsync(Cancel(over.Name), beek.Call)));
        Assert.Equal("NOT_FOUND", await AnsweredAsync(other, Answer("municipalities/0971", check.Name, V1.CheckStance.Agrees)));
        await AnswerAsync(brunssum, new(Answer(Brunssum, check.Name, V1.CheckStance.Declines)) { Reason = "ziek" });
        Assert.Equal("CHECK_DECLINED", await Failure.ReasonAsync(brunssum.JointChecks.FileCheckFindingAsync(Finding(Brunssum, check.Name, "niets"), brunssum.Call)));
    }

    [Fact]
    public async Task What_cannot_be_a_joint_check_is_refused_with_its_reason()
    {
        var (beek, officer) = (Planner("0888"), Person.PermitOfficer(region));
        var later = await PlanAsync(beek, Check(24, Beek, Brunssum));
        var (alone, stranger, without) = (Check(1, Beek, Brunssum), Check(1, Beek, Brunssum), Check(1, Beek, Brunssum, Team));
        alone.Participants.Remove(Beek);
        alone.Participants.Add(Team);
        stranger.Units.Add("municipalities/0971/units/boa-1");
        without.Units.RemoveAt(2);

        Assert.Equal("CHECK_NOT_JOINT", await RefusedAsync(beek, alone));
        Assert.Equal("UNIT_OF_NO_PARTICIPANT", await RefusedAsync(beek, stranger));
        Assert.Equal("PARTICIPANT_WITHOUT_UNIT", await RefusedAsync(beek, without));
        Assert.Equal("PARTICIPANT_UNKNOWN", await RefusedAsync(beek, Check(1, Beek, "municipalities/9999")));
        Assert.Equal("INTERVAL_EMPTY", await RefusedAsync(beek, new(Check(1, Beek, Brunssum)) { EndTime = Stamp(0) }));
        Assert.Equal("INTERVAL_TOO_LONG", await RefusedAsync(beek, new(Check(1, Beek, Brunssum)) { EndTime = Stamp(99) }));
        Assert.Equal("PERMISSION_MISSING", await RefusedAsync(officer, Check(1, Beek, Brunssum)));
        Assert.Equal("CHECK_NOT_BEGUN", await Failure.ReasonAsync(beek.JointChecks.FileCheckFindingAsync(Finding(Beek, later.Name, "vroeg"), beek.Call)));
    }

    private Person Planner(string municipality) => new(region, region.Replica(0), $"planner-{municipality}-09", "planner", [municipality], []);

    private static V1.JointCheck Check(int hours, params string[] participants) => new()
    {
        DisplayName = "Horecacontrole", Place = "Markt", StartTime = Stamp(hours), EndTime = Stamp(hours + 4), Participants = { participants }, Units = { participants.Select(owner => $"{owner}/units/eenheid-1") },
    };

    private static V1.PlanJointCheckRequest Plan(V1.JointCheck check) => new() { Parent = Beek, JointCheck = check, RequestId = Asked.Id() };

    private static V1.FileCheckFindingRequest Finding(string owner, string check, string text) => new() { Parent = owner, JointCheck = check, Text = text, RequestId = Asked.Id() };

    private static V1.AnswerJointCheckRequest Answer(string owner, string check, V1.CheckStance stance, params string[] units) => new() { Parent = owner, JointCheck = check, Answer = stance, Units = { units }, RequestId = Asked.Id() };

    private static V1.CancelJointCheckRequest Cancel(string check) => new() { Name = check, Reason = "pand is leeg", RequestId = Asked.Id() };

    private static async Task<V1.JointCheck> AnswerAsync(Person person, V1.AnswerJointCheckRequest request) => (await person.JointChecks.AnswerJointCheckAsync(request, person.Call)).JointCheck;

    private static Task<string> AnsweredAsync(Person person, V1.AnswerJointCheckRequest request) => Failure.ReasonAsync(person.JointChecks.AnswerJointCheckAsync(request, person.Call));

    private static async Task<IEnumerable<V1.JointCheck>> AwaitingAsync(Person person, string owner) => (await person.JointChecks.ListJointChecksAsync(new() { Parent = owner, AwaitingOnly = true, PageSize = 1000 }, person.Call)).JointChecks;

    private static async Task<V1.JointCheck> PlanAsync(Person person, V1.JointCheck check) => (await person.JointChecks.PlanJointCheckAsync(Plan(check), person.Call)).JointCheck;

    private static Task<string> RefusedAsync(Person person, V1.JointCheck check) => Failure.ReasonAsync(person.JointChecks.PlanJointCheckAsync(Plan(check), person.Call));

    private static async Task<V1.CheckFinding> FileAsync(Person person, string owner, string check, string text) => (await person.JointChecks.FileCheckFindingAsync(Finding(owner, check, text), person.Call)).Finding;

    private static Grpc.Core.AsyncUnaryCall<V1.ListCheckFindingsResponse> FindingsAsync(Person person, string owner, string check) => person.JointChecks.ListCheckFindingsAsync(new() { Parent = owner, JointCheck = check }, person.Call);

    private static Timestamp Stamp(int hours) => Timestamp.FromDateTime(DateTime.UtcNow.AddHours(hours));
}
