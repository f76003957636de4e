using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>What a unit does by its own word, and what that does to offers.</summary>
public sealed class ActivityTests(DispatchRegion region)
{
    [Fact]
    public async Task A_unit_on_break_or_out_of_service_is_neither_recommended_nor_assigned()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0882", 3));
        var incident = await person.ReportAsync("0882", "waste.dumping");

        foreach (var (activity, code, reason) in new[] { (V1.UnitActivity.Break, "ON_BREAK", "UNIT_ON_BREAK"), (V1.UnitActivity.OutOfService, "OUT_OF_SERVICE", "UNIT_OUT_OF_SERVICE") })
        {
            await person.ActivityAsync(unit, activity, "lekke band");
            var recommendation = await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, person.Call);
            var refused = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call));

            Assert.Contains(recommendation.Rejections, rejection => rejection.Unit == unit && rejection.Reasons.Any(one => one.Code == code));
            Assert.Equal((StatusCode.FailedPrecondition, reason), (refused.Code, refused.Reason));
        }

        var patrolling = await person.ActivityAsync(unit, V1.UnitActivity.Patrolling);
        Assert.Equal((V1.UnitAvailability.Patrolling, ""), (patrolling.Availability, patrolling.ActivityReason));
        var offer = await person.AssignAsync(incident, unit);
        var busy = await Failure.OfAsync(person.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.Break), person.Call));
        var off = await Failure.OfAsync(person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call));
        await person.FinishAsync(offer.Assignment);

        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_HAS_ASSIGNMENT"), (busy.Code, busy.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_HAS_ASSIGNMENT"), (off.Code, off.Reason));
        Assert.Equal(V1.UnitAvailability.Patrolling, (await person.UnitAsync(unit)).Availability); // the tour goes on after the job
    }

    [Fact]
    public async Task Only_its_crew_and_the_desk_say_what_a_unit_does_and_twice_the_same_is_refused()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0986", 2));
        var request = DutyWork.Activity(unit, V1.UnitActivity.Break);
        var member = DutyWork.Boa(region, "0986", 3, replica: 1);
        var stranger = DutyWork.Boa(region, "0986", 5);

        var notYours = await Failure.OfAsync(stranger.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.Break), stranger.Call));
        var first = (await member.Units.ChangeUnitActivityAsync(request, member.Call)).Unit;
        var repeated = (await member.Units.ChangeUnitActivityAsync(request, member.Call)).Unit;
        var again = await Failure.OfAsync(person.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.Break), person.Call));
        var silent = await Failure.OfAsync(person.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.OutOfService), person.Call));

        Assert.Equal((StatusCode.PermissionDenied, "NOT_YOUR_UNIT"), (notYours.Code, notYours.Reason));
        Assert.Equal(first, repeated);
        Assert.Equal((StatusCode.FailedPrecondition, "ACTIVITY_NOT_ALLOWED"), (again.Code, again.Reason));
        Assert.Equal((StatusCode.InvalidArgument, "ACTIVITY_REASON_REQUIRED"), (silent.Code, silent.Reason));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type like '%UnitActivityChanged'", unit));
    }

    [Fact]
    public async Task Of_a_break_and_an_offer_at_once_exactly_one_comes_through()
    {
        var person = Person.FromLandgraaf(region);
        var other = new Person(region, region.Replica(1), "centralist-bl-02", "centralist", ["0986"], []);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0986", 3));

        for (var round = 0; round < 20; round++)
        {
            var incident = await person.ReportAsync("0986", "waste.dumping");
            var outcomes = await Task.WhenAll(
                TryAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call)),
                TryAsync(other.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.Break), other.Call)));

            Assert.Single(outcomes, came => came);
            var now = await person.UnitAsync(unit);
            Assert.Equal(outcomes[0] ? V1.UnitAvailability.Reserved : V1.UnitAvailability.Break, now.Availability);
            if (outcomes[0]) await person.Assignments.WithdrawAssignmentAsync(new() { Name = now.Assignment, Reason = "proef", RequestId = Work.NewRequest() }, person.Call);
            else await person.ActivityAsync(unit, V1.UnitActivity.Available);
        }
    }

    private static async Task<bool> TryAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition)
        {
            return false;
        }
    }
}
