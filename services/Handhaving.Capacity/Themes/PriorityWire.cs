using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Triangle.Decisions;

namespace Handhaving.Capacity.Themes;

/// <summary>Priorities on the wire; enums have the same numbers there.</summary>
internal static class PriorityWire
{
    public static ProfileProposal FromWire(V1.PriorityProfile profile) => new(
        profile.Document, PeopleFromWire.DayOf(profile.ValidFrom), PeopleFromWire.DayOf(profile.ValidUntil),
        [.. profile.Themes.Select(theme => new PriorityTheme(theme.Code, theme.DisplayName, theme.Weight, theme.Origin, [.. theme.Families], [.. theme.Areas]))], profile.Motive);

    public static TriangleRole FromWire(V1.TriangleRole role) => (TriangleRole)role;

    public static V1.PriorityProfile ToWire(PriorityProfile profile) => new()
    {
        Name = profile.Name.Value,
        Document = profile.Proposal.Document,
        ValidFrom = PeopleWire.ToWire(profile.Proposal.ValidFrom),
        ValidUntil = PeopleWire.ToWire(profile.Proposal.ValidUntil),
        Themes = { profile.Proposal.Themes.Select(ToWire) },
        Motive = profile.Proposal.Motive,
        OtherWeight = profile.OtherWeight,
        State = (V1.ProfileState)profile.State,
        Opinions = { profile.Opinions.Select(opinion => new V1.ProfileOpinion { Seat = ToWire(opinion.Seat), Text = opinion.Text, GivenBy = opinion.By, GiveTime = opinion.At.ToTimestamp() }) },
        Awaited = { profile.Awaited.Select(ToWire) },
        ProposedBy = profile.ProposedBy,
        ProposeTime = profile.ProposedAt.ToTimestamp(),
        Etag = profile.Etag,
    };

    private static V1.PriorityTheme ToWire(PriorityTheme theme) =>
        new() { Code = theme.Code, DisplayName = theme.DisplayName, Weight = theme.Weight, Origin = theme.Origin, Families = { theme.Families }, Areas = { theme.Areas } };

    private static V1.ProfileSeat ToWire(Seat seat) => new() { Role = (V1.TriangleRole)seat.Role, Of = seat.Of.Name };
}
