using Handhaving.Access.V1;

namespace Handhaving.Capacity.Tests.Service;

public sealed class AuditTests(CapacityRegion region)
{
    [Fact]
    public async Task Who_asked_for_people_confirmed_and_looked_stands_in_the_chain_which_is_intact()
    {
        var (officer, auditor, noon) = (Person.PermitOfficer(region), Person.Auditor(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)), officer.Call)).Reservation;
        await officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call);
        await officer.Reservations.GetReservationAsync(new() { Name = held.Name }, officer.Call);

        var lines = (await auditor.Audit.ListEntriesAsync(new() { Parent = Asked.Beek, Object = held.Name }, auditor.Call)).Entries;

        Assert.Equal([("COLLECT", 1L), ("CHANGE", 2), ("CONSULT", 0)], lines.Select(line => (line.Action, line.ObjectVersion)));
        Assert.All(lines, line => Assert.Equal("permit-officer-0888-01", line.Actor));
        Assert.True((await auditor.Audit.VerifyAsync(new() { Parent = Asked.Beek }, auditor.Call)).Verification.Intact);
    }

    [Fact]
    public async Task What_was_refused_is_judged_by_somebody_else_and_is_due_no_longer()
    {
        var (officer, auditor) = (Person.PermitOfficer(region), Person.Auditor(region));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Audit.ListEntriesAsync(new() { Parent = Asked.Beek }, officer.Call)));
        var refused = (await UnreviewedAsync(auditor)).First(entry => entry.Actor == "permit-officer-0888-01");

        await auditor.Audit.ReviewEntryAsync(new() { Parent = Asked.Beek, Sequence = refused.Sequence, Note = "terecht geweigerd", RequestId = Asked.Id() }, auditor.Call);

        Assert.DoesNotContain(await UnreviewedAsync(auditor), entry => entry.Sequence == refused.Sequence);
        var listed = await auditor.Audit.ListEntriesAsync(new() { Parent = Asked.Beek, Selection = V1.EntrySelection.Refused, PageSize = 1000 }, auditor.Call);
        Assert.Contains(listed.Reviews, review => review.Sequence == refused.Sequence && review.Note == "terecht geweigerd");
    }

    private static async Task<IReadOnlyList<AuditEntry>> UnreviewedAsync(Person auditor) =>
        (await auditor.Audit.ListEntriesAsync(new() { Parent = Asked.Beek, Selection = V1.EntrySelection.Unreviewed, PageSize = 1000, NewestFirst = true }, auditor.Call)).Entries;
}
