using Handhaving.Capacity.Tests.Service.Demand;

namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>The planner's job over the real door: enter people, change them, and see what can be planned follow.</summary>
public sealed class OfficerJobTests(CapacityRegion region)
{
    private const string Landgraaf = "0882";

    [Fact]
    public async Task Who_is_entered_is_shown_counted_written_down_and_told()
    {
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon());
        var request = Staff.Create(Landgraaf);
        var before = await planner.BlockAsync(Landgraaf, noon);

        var entered = (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;

        Assert.Equal(entered, (await planner.People.GetOfficerAsync(new() { Name = entered.Name }, planner.Call)).Officer);
        Assert.Equal(entered, (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer);
        Assert.Equal(($"municipalities/{Landgraaf}/officers/{request.OfficerId}", "planner-bl-01", "\"1\""), (entered.Name, entered.UpdatedBy, entered.Etag));
        Assert.Equal((request.Officer.Contracts, request.Officer.Appointments), (entered.Contracts, entered.Appointments));
        Assert.Equal(before.Plannable + 1, (await planner.BlockAsync(Landgraaf, noon)).Plannable);
        Assert.Equal(1L, await region.OwnerAsync("select aggregate_sequence from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.OfficerChanged'", entered.Name));
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0882' and line::jsonb ->> 'object_id' = $1 and line::jsonb ->> 'operation' like '%CreateOfficer'", entered.Name));

        var left = entered.Clone();
        left.Contracts[0].ValidUntil = Staff.Day(Staff.Today.AddDays(10));
        var changed = (await planner.People.UpdateOfficerAsync(new() { Officer = left, RequestId = Asked.Id() }, planner.Call)).Officer;

        Assert.Equal(("\"2\"", before.Plannable), (changed.Etag, (await planner.BlockAsync(Landgraaf, noon)).Plannable));
    }

    [Fact]
    public async Task The_people_behind_a_number_add_up_to_it_and_to_the_ledger()
    {
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon(31));
        var sick = await planner.OfficerAsync(Landgraaf, 3);
        await planner.People.ReportAbsenceAsync(Staff.Sick(sick, noon.AddHours(1), 1), planner.Call);

        var strengths = await planner.ExplainAsync(Landgraaf, noon);
        var blocks = (await planner.Ledger.ListBlocksAsync(Asked.Blocks(noon, $"municipalities/{Landgraaf}/functions/boa-1"), planner.Call)).Blocks;

        Assert.Equal(noon, strengths[0].StartTime.ToDateTimeOffset());
        Assert.Contains(strengths, strength => strength.Steps.Any(step => step.Officer == sick.Name && step is { Cause: "short-sick", Layer: V1.StrengthLayer.Plannable, Change: -1 }));
        Assert.All(blocks, block =>
        {
            var explained = strengths.Single(strength => strength.StartTime <= block.StartTime && block.StartTime < strength.EndTime);
            Assert.Equal((explained.Established, explained.Staffed, explained.Deployable, explained.Plannable), (block.Established, block.Staffed, block.Deployable, block.Plannable));
            Assert.Equal(explained.Plannable, explained.Established + explained.Steps.Sum(step => step.Change));
            Assert.Equal(explained.Established - explained.Plannable, block.Losses.Sum(loss => loss.Count));
        });
    }

    [Fact]
    public async Task A_wave_of_sickness_takes_nothing_back_and_tells_the_shortage()
    {
        const string Simpelveld = "0965";
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon());
        var held = (await planner.Reservations.RequestDeploymentAsync(new()
        {
            Parent = $"municipalities/{Simpelveld}", CaseId = Asked.Id(), CaseVersion = 1, RequestId = Asked.Id(), Lines = { Asked.Line(noon, 2, "boa-1", 4, $"municipalities/{Simpelveld}") },
        }, planner.Call)).Reservation;

        var first = await planner.People.ReportAbsenceAsync(Staff.Sick(await planner.OfficerAsync(Simpelveld, 1), noon), planner.Call);
        var second = await planner.People.ReportAbsenceAsync(Staff.Sick(await planner.OfficerAsync(Simpelveld, 2), noon.AddHours(1), 2), planner.Call);

        Assert.Equal([1], first.Shortages.Select(shortage => shortage.Missing));
        Assert.Equal((2, noon.AddHours(1), noon.AddHours(3)), Assert.Single(second.Shortages.Select(shortage => (shortage.Missing, shortage.StartTime.ToDateTimeOffset(), shortage.EndTime.ToDateTimeOffset()))));
        Assert.Equal(V1.ReservationState.Held, (await planner.Reservations.GetReservationAsync(new() { Name = held.Name }, planner.Call)).Reservation.State);
        Assert.Equal(-2, (await planner.BlockAsync(Simpelveld, noon.AddHours(1))).Free);
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from outbox where type = 'Handhaving.Events.Capacity.CapacityDropped' and tenant = $1", Simpelveld));

        await planner.People.WithdrawAbsenceAsync(new() { Name = second.Officer.Absences[0].Name, Etag = second.Officer.Etag, RequestId = Asked.Id() }, planner.Call);
        var better = first.Officer.Absences[0].Clone();
        better.EndTime = better.StartTime + Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromMinutes(15));
        await planner.People.ChangeAbsenceAsync(new() { Absence = better, Etag = first.Officer.Etag, RequestId = Asked.Id() }, planner.Call);

        Assert.Equal((-1, 0), ((await planner.BlockAsync(Simpelveld, noon)).Free, (await planner.BlockAsync(Simpelveld, noon.AddHours(1))).Free));
    }

    [Fact]
    public async Task One_illness_is_one_conflict_whatever_is_in_the_way_of_others_meanwhile()
    {
        const string Stein = "municipalities/0971";
        var (planner, noon) = (Person.Planner(region), Staff.Noon(33).AddHours(6));
        var away = (await planner.People.ReportAbsenceAsync(Staff.Sick(await planner.OfficerAsync("0971", 2), noon, 2), planner.Call)).Officer;
        var training = Staff.Sick(away, noon.AddHours(2), 2);
        training.Absence.Kind = V1.AbsenceKind.Training;
        await planner.People.ReportAbsenceAsync(training, planner.Call);
        await planner.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "boa-1", 4, Stein))) { Parent = Stein }, planner.Call);

        var reported = await planner.People.ReportAbsenceAsync(Staff.Sick(await planner.OfficerAsync("0971", 1), noon), planner.Call);

        Assert.Equal((1, noon.AddHours(4)), Assert.Single(reported.Shortages.Select(shortage => (shortage.Missing, shortage.EndTime.ToDateTimeOffset()))));
        Assert.Single((await planner.Triangle.ListConflictsAsync(new() { Parent = Stein, PageSize = 1000 }, planner.Call)).Conflicts, conflict => conflict.Shortages[0].StartTime.ToDateTimeOffset() >= noon && conflict.Shortages[0].StartTime.ToDateTimeOffset() < noon.AddHours(4));
    }

    [Fact]
    public async Task Somebody_lent_out_is_counted_by_the_borrower()
    {
        const string Beekdaelen = "1954";
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon());
        var lent = await planner.OfficerAsync("0986", 1);
        var absence = Staff.Sick(lent, noon);
        (absence.Absence.Kind, absence.Absence.Borrower) = (V1.AbsenceKind.LentOut, $"municipalities/{Beekdaelen}");
        await planner.People.ReportAbsenceAsync(absence, planner.Call);
        var twice = Staff.Sick(await planner.OfficerAsync("0986", 1), noon.AddHours(3));
        (twice.Absence.Kind, twice.Absence.Borrower) = (V1.AbsenceKind.LentOut, "municipalities/0882");

        Assert.Equal("LOANS_OVERLAP", await Failure.ReasonAsync(planner.People.ReportAbsenceAsync(twice, planner.Call)));
        await region.SweepStrengthAsync();

        Assert.Equal((3, 5), ((await planner.BlockAsync("0986", noon)).Plannable, (await planner.BlockAsync(Beekdaelen, noon)).Plannable));
        Assert.Equal(4, (await planner.BlockAsync(Beekdaelen, noon.AddHours(5))).Plannable);
        Assert.Contains((await planner.ExplainAsync(Beekdaelen, noon))[0].Steps, step => step.Officer == lent.Name && step is { Cause: "lent-in", Change: 1 });
    }

    [Fact]
    public async Task Who_has_nothing_to_derive_is_done_with_in_one_turn()
    {
        await region.OwnerAsync("insert into derived_strength (owner, due) values ('brunssum-landgraaf', true) on conflict (owner) do update set due = true, derived_until = '-infinity'");

        await region.SweepStrengthAsync();

        Assert.Equal(0L, await region.OwnerAsync("select count(*) from derived_strength where owner = 'brunssum-landgraaf' and (due or derived_until < now())"));
    }

    [Fact]
    public async Task Posts_are_data_and_counted_anew_when_they_change()
    {
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon());
        await region.OwnerAsync("update staff_post set established = 3 where tenant = '0899' and function = 'boa-2'");

        await region.SweepStrengthAsync();
        await region.UntilAsync(1, "select count(*) from derived_strength where owner = '0899' and not due"); // another turn may be at it

        var block = await planner.BlockAsync("0899", noon, "boa-2");
        Assert.Equal((3, 2, ("vacancy", 1)), (block.Established, block.Plannable, Assert.Single(block.Losses.Select(loss => (loss.Cause, loss.Count)))));
        Assert.Equal(3, (await planner.People.ListStaffTeamsAsync(new() { Parent = "municipalities/0899" }, planner.Call)).StaffTeams.Single().Posts.Single(posts => posts.Function == "boa-2").Established);
    }

    [Fact]
    public async Task District_officers_stand_beside_the_norm_of_one_in_five_thousand()
    {
        var chief = Person.PoliceChief(region);

        var covers = (await chief.People.ListDistrictOfficerCoversAsync(new() { Parent = Asked.Team }, chief.Call)).DistrictOfficerCovers;

        Assert.Equal([("municipalities/0888", 16_000, 4, 1), ("municipalities/0971", 25_000, 5, 1), ("municipalities/1883", 92_000, 19, 0)], covers.Select(cover => (cover.Municipality, cover.Inhabitants, cover.Norm, cover.Present)));
        Assert.All(covers, cover => Assert.NotEmpty(cover.Source));
        var officer = Person.PermitOfficer(region); // a partner of the team sees the count, and nobody's file
        var mayor = new Person(region, region.Replica(0), "mayor-0888", "mayor", ["0888"], []);
        Assert.Equal(covers, (await mayor.People.ListDistrictOfficerCoversAsync(new() { Parent = Asked.Team }, mayor.Call)).DistrictOfficerCovers);
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.People.ListOfficersAsync(new() { Parent = Asked.Team }, officer.Call)));
    }

    [Fact]
    public async Task People_come_page_by_page_and_by_function()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = await planner.People.ListOfficersAsync(new() { Parent = "municipalities/0899", PageSize = 4 }, planner.Call);
        var second = await planner.People.ListOfficersAsync(new() { Parent = "municipalities/0899", PageSize = 4, PageToken = first.NextPageToken }, planner.Call);

        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"municipalities/0899/officers/officer-0899-{number:00}"), first.Officers.Concat(second.Officers).Select(officer => officer.Name));
        Assert.Empty(second.NextPageToken);
        Assert.Equal(4, (await planner.People.ListOfficersAsync(new() { Parent = "municipalities/0899", Function = "boa-2" }, planner.Call)).Officers.Count);
    }

    [Fact]
    public async Task Candidates_are_asked_over_the_whole_of_the_work()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var ending = Staff.Create("1954");
        var noon = Staff.Noon(20);
        ending.Officer.Appointments[0].ValidUntil = Staff.Day(DateOnly.FromDateTime(noon.UtcDateTime));
        var officer = (await planner.People.CreateOfficerAsync(ending, planner.Call)).Officer;

        async Task<V1.Candidate> AskAsync(double hours) => (await planner.People.ListCandidatesAsync(new()
        {
            Parent = "municipalities/1954/functions/boa-1", PageSize = 100, StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(noon), EndTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(noon.AddHours(hours)),
        }, planner.Call)).Candidates.Single(candidate => candidate.Officer == officer.Name);

        Assert.True((await AskAsync(8)).Qualified);
        Assert.Equal(["no-valid-akte.expired"], (await AskAsync(14)).Gaps.Select(gap => gap.Cause));
    }

    [Fact]
    public async Task An_appointment_that_ends_within_half_a_year_is_told_once()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var ending = Staff.Create("0965");
        ending.Officer.Contracts.Clear();
        ending.Officer.Appointments[0].ValidUntil = Staff.Day(Staff.Today.AddMonths(3));
        var officer = (await planner.People.CreateOfficerAsync(ending, planner.Call)).Officer;

        await region.SweepExpiryAsync();
        await region.SweepExpiryAsync();

        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate like $1 and type = 'Handhaving.Events.Capacity.CompetenceExpiring' and body::jsonb ->> 'missingModules' = '3'", officer.Name + "/appointments/%"));
    }
}
