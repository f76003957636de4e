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

    private static async Task<V1.JointCheck> PlanAsync(Person person, V1.JointCheck check) => (await person.JointChecks.PlanJointCheckAsync(Plan(check), person.Call)).JointCheck;

    private static Task<string> RefusedAsync(Person person, V1.JointCheck check) => Failure.ReasonAsync(person.JointChecks.PlanJointCheckAsync(Plan(check), person.Call));

    private static async Task<V1.CheckFinding> FileAsync(Person person, string owner, string check, string text) => (await person.JointChecks.FileCheckFindingAsync(Finding(owner, check, text), person.Call)).Finding;

    private static Grpc.Core.AsyncUnaryCall<V1.ListCheckFindingsResponse> FindingsAsync(Person person, string owner, string check) => person.JointChecks.ListCheckFindingsAsync(new() { Parent = owner, JointCheck = check }, person.Call);

    private static Timestamp Stamp(int hours) => Timestamp.FromDateTime(DateTime.UtcNow.AddHours(hours));
}
