using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.People;

/// <summary>Enters, changes and takes back absences. Who is there is counted at once, and nothing that is promised is taken back.</summary>
public sealed class ChangeAbsences(PeopleBook people, PeopleWork work)
{
    public Task<OfficerAnswer> ReportAsync(OfficerName name, RegisteredAbsence absence, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, etag, absence, (before, act) => new(before, before.Report(absence with { Id = Guid.CreateVersion7(act.At) }, act), absence.Absence.Time), call, request, cancellation);

    public Task<OfficerAnswer> ChangeAsync(OfficerName name, RegisteredAbsence absence, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, etag, absence, (before, act) => new(before, before.Change(absence, act), Hull(before.Find(absence.Id).Absence.Time, absence.Absence.Time)), call, request, cancellation);

    public Task<OfficerAnswer> WithdrawAsync(AbsenceName name, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name.Officer, etag, null, (before, act) => new(before, before.Withdraw(name.Id, act), before.Find(name.Id).Absence.Time), call, request, cancellation);

    private Task<OfficerAnswer> HandleAsync(OfficerName name, string etag, RegisteredAbsence? absence, Func<Officer, PeopleAct, OfficerChange> decide, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, async (known, act) =>
        {
            known.Require(absence?.Borrower);
            var before = await people.GetAsync(name, cancellation);
            before.RequireSeen(etag);
            return decide(before, act);
        }, call, request, cancellation);

    private static Interval Hull(Interval left, Interval right) => new(left.Start < right.Start ? left.Start : right.Start, left.End > right.End ? left.End : right.End);
}
