using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.People;

/// <summary>Enters somebody, or changes name, team, contracts, appointments and district as a whole.</summary>
public sealed class ChangeOfficer(PeopleBook people, PeopleWork work)
{
    public Task<OfficerAnswer> EnterAsync(OfficerName name, OfficerDetails details, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, async (known, act) =>
        {
            known.Require(details);
            PeopleRules.NewOfficer.Require(await people.FindAsync(name, cancellation) is null, ("officer", name.Id));
            return new(null, Officer.Enter(name, details, act), null);
        }, call, request, cancellation);

    public Task<OfficerAnswer> UpdateAsync(OfficerName name, OfficerDetails details, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, async (known, act) =>
        {
            known.Require(details);
            var before = await people.GetAsync(name, cancellation);
            before.RequireSeen(etag);
            return new(before, before.With(details, act), null);
        }, call, request, cancellation);
}
