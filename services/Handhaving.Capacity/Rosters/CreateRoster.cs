using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Rosters;

/// <summary>What roster is begun.</summary>
/// <param name="Replaces">The published roster from whose shifts it starts; null = it starts empty.</param>
public sealed record RosterAsked(string StaffTeam, (DateOnly First, DateOnly Last) Days, DutyRosterName? Replaces);

/// <summary>Begins a draft.</summary>
public sealed class CreateRoster(PeopleBook people, RosterBook rosters, RosterWork work)
{
    public async Task<RosterAnswer> HandleAsync(RosterAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var name = new DutyRosterName(call.Owner, Guid.CreateVersion7());
        return await work.HandleAsync(name, "", async (unit, act) =>
        {
            PeopleRules.KnownTeam.Require((await people.TeamsAsync(name.Owner, cancellation)).Any(team => team.Id == asked.StaffTeam), ("team", asked.StaffTeam), ("owner", name.Owner.Name));
            var draft = DutyRoster.Begin(name, asked.StaffTeam, asked.Days, act);
            if (asked.Replaces is { } published) draft = draft.From(await rosters.GetAsync(published, cancellation), () => Guid.CreateVersion7(act.At));
            await RosterStore.KeepAsync(unit, draft, cancellation);
            return [];
        }, call, request, cancellation);
    }
}
