using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>A unit comes on duty with all it carries, and is warned, not signed off, when its time is over.</summary>
public sealed class SignOnTests(DispatchRegion region)
{
    [Fact]
    public async Task The_other_replica_shows_with_what_it_came_on_duty_and_a_repeated_call_changes_nothing()
    {
        var person = Person.FromLandgraaf(region);
        var request = DutyWork.SignOn("0965", 1, "portofoon", "bodycam", "bodycam");
        (request.Vehicle, request.Radio, request.DutyEndTime) = ("SIM-12", "PF-0965-1", Timestamp.FromDateTime(DateTime.UtcNow.AddHours(8)));

        var unit = await person.SignOnAsync(request);
        var again = (await person.Units.SignOnUnitAsync(request, person.Call)).Unit;
        var seen = await DutyWork.Boa(region, "0965", 1, replica: 1).UnitAsync(unit);

        Assert.Equal(["bodycam", "portofoon"], seen.Equipment);
        Assert.Equal(("SIM-12", "PF-0965-1", V1.UnitActivity.Available, V1.UnitAvailability.Available), (seen.Vehicle, seen.Radio, seen.Activity, seen.Availability));
        Assert.Equal(seen.SignOnTime, seen.ActivityTime);
        Assert.Equal(seen.Etag, again.Etag);
        Assert.Empty(seen.Warnings);

        await region.OwnerAsync("update duty set ends_at = now() - interval '1 minute' where unit = $1", unit);
        await Task.WhenAll(region.SweepDutiesAsync(0), region.SweepDutiesAsync(1));

        Assert.Contains((await person.UnitAsync(unit)).Warnings, warning => warning.StartsWith("De dienst eindigde om", StringComparison.Ordinal));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where line like '%DutyEndJob%' and line like $1", $"%{unit}%"));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from feed where subject = $1 and kind = 4", unit));
    }

    [Fact]
    public async Task Of_a_crew_only_who_is_on_duty_elsewhere_is_named()
    {
        var person = Person.FromLandgraaf(region);
        var (first, second) = (await person.OwnUnitAsync(region, "0965"), await person.OwnUnitAsync(region, "0965"));
        var (busy, free) = ($"{first.Split('/')[^1]}-1", $"{second.Split('/')[^1]}-1");
        await person.Units.SignOffUnitAsync(new() { Name = second, RequestId = Work.NewRequest() }, person.Call);

        var refused = await Failure.OfAsync(person.Units.SignOnUnitAsync(new() { Name = second, Crew = { new V1.CrewMember { Officer = free }, new V1.CrewMember { Officer = busy } }, RequestId = Work.NewRequest() }, person.Call));

        Assert.Equal(("OFFICER_IN_OTHER_CREW", $"Al in dienst: medewerker {busy} bij eenheid {first.Split('/')[^1]}. Meld die eenheid eerst af of kies een andere bezetting."), (refused.Reason, refused.Dutch));
    }

    [Fact]
    public async Task Of_two_crews_that_share_an_officer_and_sign_on_at_once_on_two_replicas_one_comes_on_duty_and_the_other_is_told_where_the_officer_is()
    {
        var (one, other) = (Person.FromLandgraaf(region), new Person(region, region.Replica(1), "centralist-bl-02", "centralist", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]));
        string[] units = [await one.OwnUnitAsync(region, "0965"), await one.OwnUnitAsync(region, "0965")];
        string shared = $"{units[0].Split('/')[^1]}-1";
        for (var round = 0; round < 10; round++)
        {
            foreach (var unit in units)
                if ((await one.UnitAsync(unit)).Availability is not V1.UnitAvailability.OffDuty) await one.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, one.Call);

            var outcomes = await Task.WhenAll(units.Select(async (unit, index) =>
            {
                var request = new V1.SignOnUnitRequest { Name = unit, Crew = { new V1.CrewMember { Officer = shared }, new V1.CrewMember { Officer = $"{unit.Split('/')[^1]}-2" } }, RequestId = Work.NewRequest() };
                return await (index == 0 ? one : other).TrySignOnAsync(request);
            }));

            var (loser, winner) = (outcomes.ToList().FindIndex(outcome => outcome is not null), outcomes.ToList().FindIndex(outcome => outcome is null));
            Assert.True(loser >= 0 && winner >= 0, string.Join(", ", outcomes.Select(outcome => outcome?.Reason ?? "on duty")));
            Assert.Equal(("OFFICER_IN_OTHER_CREW", $"Al in dienst: medewerker {shared} bij eenheid {units[winner].Split('/')[^1]}. Meld die eenheid eerst af of kies een andere bezetting."), (outcomes[loser]?.Reason, outcomes[loser]?.Dutch));
            Assert.Equal((2, V1.UnitAvailability.OffDuty), ((await one.UnitAsync(units[winner])).Crew.Count, (await one.UnitAsync(units[loser])).Availability));
        }
    }

    [Fact]
    public async Task The_same_sign_on_and_sign_off_sent_to_both_replicas_at_once_are_each_done_once_and_answered_alike()
    {
        var desks = new[] { Person.Centralist(region, 0), Person.Centralist(region, 1) };
        var unit = await desks[0].OwnUnitAsync(region, "0971");
        var crew = (await desks[0].UnitAsync(unit)).Crew;
        for (var round = 0; round < 5; round++)
        {
            var off = new V1.SignOffUnitRequest { Name = unit, RequestId = Work.NewRequest() };
            var on = new V1.SignOnUnitRequest { Name = unit, Crew = { crew }, RequestId = Work.NewRequest() };

            var gone = await Task.WhenAll(desks.Select(desk => DutyWork.InTurnAsync(async () => (await desk.Units.SignOffUnitAsync(off, desk.Call)).Unit)));
            var back = await Task.WhenAll(desks.Select(desk => DutyWork.InTurnAsync(async () => (await desk.Units.SignOnUnitAsync(on, desk.Call)).Unit)));

            Assert.Equal((V1.UnitAvailability.OffDuty, V1.UnitAvailability.Available), (Assert.Single(gone.Distinct()).Availability, Assert.Single(back.Distinct()).Availability));
        }
    }

    [Theory]
    [InlineData("taser", 8.0, "UNKNOWN_EQUIPMENT", "aed, baton, bodycam, dog, handcuffs, pepper-spray, portofoon")]
    [InlineData("aed", -1.0, "DUTY_END_NOT_POSSIBLE", "24 uur")]
    [InlineData("aed", 24.5, "DUTY_END_NOT_POSSIBLE", "24 uur")]
    public async Task What_cannot_be_is_refused_and_nobody_comes_on_duty(string equipment, double hours, string reason, string said)
    {
        var person = Person.FromLandgraaf(region);
        var request = DutyWork.SignOn("0965", 2, equipment);
        request.DutyEndTime = Timestamp.FromDateTime(DateTime.UtcNow.AddHours(hours));

        var refused = await Failure.OfAsync(person.Units.SignOnUnitAsync(request, person.Call));

        Assert.Equal((StatusCode.InvalidArgument, reason), (refused.Code, refused.Reason));
        Assert.Contains(said, refused.Dutch, StringComparison.Ordinal);
        Assert.Equal(V1.UnitAvailability.OffDuty, (await person.UnitAsync(request.Name)).Availability);
    }

    [Theory]
    [InlineData("municipalities/0888/units/boa-0888-3", "officer-0971-05", "officer-0971-06")]
    [InlineData("municipalities/0888/units/boa-0888-3", "officer-0888-05", "police-wm-06")]
    [InlineData("teams/westelijke-mijnstreek/units/pol-2", "police-wm-03", "officer-0888-06")]
    public async Task C14_nobody_comes_on_duty_in_a_unit_of_another_owner(string unit, params string[] crew)
    {
        var person = Person.Centralist(region);
        var request = new V1.SignOnUnitRequest { Name = unit, Crew = { crew.Select(officer => new V1.CrewMember { Officer = officer }) }, RequestId = Work.NewRequest() };

        var refused = await Failure.OfAsync(person.Units.SignOnUnitAsync(request, person.Call));

        Assert.Equal((StatusCode.InvalidArgument, "OFFICER_UNKNOWN"), (refused.Code, refused.Reason));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from duty_member where unit = $1 and officer = $2", unit, crew[^1])); // the last is the stranger
    }

    [Fact]
    public async Task A_crew_signs_itself_on_and_off_and_no_other_and_a_repeated_call_is_answered_as_before()
    {
        var desk = Person.Centralist(region);
        var unit = await desk.OwnUnitAsync(region, "0971");
        var crew = (await desk.UnitAsync(unit)).Crew;
        var (member, stranger) = (Boa(crew[0].Officer), Boa("officer-0971-05"));
        var off = new V1.SignOffUnitRequest { Name = unit, RequestId = Work.NewRequest() };
        var on = new V1.SignOnUnitRequest { Name = unit, Crew = { crew }, RequestId = Work.NewRequest() };

        Assert.Equal("NOT_YOUR_UNIT", (await Failure.OfAsync(stranger.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, stranger.Call))).Reason);
        var ended = (await member.Units.SignOffUnitAsync(off, member.Call)).Unit;
        Assert.Equal(ended.Etag, (await member.Units.SignOffUnitAsync(off, member.Call)).Unit.Etag);
        Assert.Equal("UNIT_NOT_ON_DUTY", (await Failure.OfAsync(member.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, member.Call))).Reason);

        Assert.Equal("NOT_YOUR_UNIT", (await Failure.OfAsync(stranger.Units.SignOnUnitAsync(on, stranger.Call))).Reason);
        Assert.Equal(V1.UnitAvailability.Available, (await member.Units.SignOnUnitAsync(on, member.Call)).Unit.Availability);
    }

    private Person Boa(string officer) => new(region, officer, "boa", ["0971"], []);
}
