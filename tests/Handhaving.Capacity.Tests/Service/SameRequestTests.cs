using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Tests.Service.People;
using Handhaving.Capacity.Tests.Service.Triangle;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>A request that comes several times at once, on both replicas, is done once: whoever comes second waits for the first and is answered as that was.</summary>
public sealed class SameRequestTests(CapacityRegion region)
{
    [Fact]
    public Task A_lower_minimum_is_proposed_once()
    {
        var noon = Asked.Noon();
        V1.ProposeWaterlineRequest request = new() { Parent = $"{Asked.Team}/functions/noodhulp", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(1).ToTimestamp(), Minimum = 1, Motive = "carnaval", RequestId = Asked.Id() };
        return OnceAsync(replica => Person.PoliceChief(region, replica), person => person.Triangle.ProposeWaterlineAsync(request, person.Call));
    }

    [Fact]
    public async Task A_decision_is_proposed_once()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var conflict = await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon));
        var request = Given.Proposal(conflict.Name, V1.OptionKind.Approve);
        await OnceAsync(replica => Person.PoliceChief(region, replica), person => person.Triangle.ProposeDecisionAsync(request, person.Call));
    }

    [Fact]
    public Task A_special_day_is_entered_once()
    {
        V1.PutSpecialDayRequest request = new() { Parent = "municipalities/0971", SpecialDay = new() { Day = Staff.Day(new(2028, 3, 3)), Kind = DayCalendar.Ordinary.Value }, RequestId = Asked.Id() };
        return OnceAsync(replica => Person.Planner(region, replica), person => person.Demand.PutSpecialDayAsync(request, person.Call));
    }

    [Fact]
    public async Task Of_two_planners_who_enter_the_same_special_day_at_once_the_last_one_counts()
    {
        V1.PutSpecialDayRequest Request() => new() { Parent = "municipalities/0971", SpecialDay = new() { Day = Staff.Day(new(2028, 3, 4)), Kind = DayCalendar.Ordinary.Value }, RequestId = Asked.Id() };

        Assert.All(await AllAsync(replica => Person.Planner(region, replica), person => Failure.ReasonAsync(person.Demand.PutSpecialDayAsync(Request(), person.Call))), Assert.Empty);
    }

    [Fact]
    public async Task A_joint_check_is_planned_once_and_a_finding_filed_once()
    {
        string[] owners = ["municipalities/0971", "municipalities/0888"];
        V1.PlanJointCheckRequest request = new()
        {
            Parent = owners[0], RequestId = Asked.Id(),
            JointCheck = new() { DisplayName = "Controle", Place = "Markt", StartTime = DateTime.UtcNow.AddHours(-1).ToTimestamp(), EndTime = DateTime.UtcNow.AddHours(2).ToTimestamp(), Participants = { owners }, Units = { owners.Select(owner => $"{owner}/units/eenheid-1") } },
        };
        var check = (await OnceAsync(replica => Person.Planner(region, replica), person => person.JointChecks.PlanJointCheckAsync(request, person.Call))).JointCheck;

        V1.FileCheckFindingRequest found = new() { Parent = owners[0], JointCheck = check.Name, Text = "niets", RequestId = Asked.Id() };
        await OnceAsync(replica => Person.Planner(region, replica), person => person.JointChecks.FileCheckFindingAsync(found, person.Call));
    }

    [Fact]
    public async Task A_line_of_the_log_is_reviewed_once()
    {
        var (officer, auditor) = (Person.PermitOfficer(region), Person.Auditor(region));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Audit.ListEntriesAsync(new() { Parent = Asked.Beek }, officer.Call)));
        var due = (await auditor.Audit.ListEntriesAsync(new() { Parent = Asked.Beek, Selection = V1.EntrySelection.Unreviewed, PageSize = 1000, NewestFirst = true }, auditor.Call)).Entries.First(entry => entry.Actor == "permit-officer-0888-01");
        V1.ReviewEntryRequest request = new() { Parent = Asked.Beek, Sequence = due.Sequence, Note = "terecht", RequestId = Asked.Id() };
        await OnceAsync(_ => auditor, person => person.Audit.ReviewEntryAsync(request, person.Call));
    }

    [Fact]
    public Task People_are_asked_for_once()
    {
        var request = Asked.Request(Asked.Id(), 1, Asked.Line(Asked.Noon(), 1));
        return OnceAsync(replica => Person.PermitOfficer(region, replica), person => person.Reservations.RequestDeploymentAsync(request, person.Call));
    }

    private static async Task<T> OnceAsync<T>(Func<int, Person> on, Func<Person, AsyncUnaryCall<T>> ask) where T : class, IMessage<T>
    {
        var answers = await AllAsync(on, async person => await ask(person));
        Assert.Single(answers.Distinct());
        return answers[0];
    }

    private static Task<T[]> AllAsync<T>(Func<int, Person> on, Func<Person, Task<T>> ask) => Task.WhenAll(Enumerable.Range(0, 8).Select(number => ask(on(number % 2))));
}
