using System.Globalization;
using Handhaving.Capacity.Presence;
using Handhaving.Capacity.Themes.Balance;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.Events.Capacity;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Themes;

/// <summary>Whether priorities hold.</summary>
public enum ProfileState { Proposed = 1, Valid }

/// <summary>What is proposed.</summary>
public sealed record ProfileProposal(string Document, DateOnly ValidFrom, DateOnly ValidUntil, IReadOnlyList<PriorityTheme> Themes, string Motive)
{
    /// <exception cref="RuleBroken">PROFILE_PERIOD_EMPTY, THEME_TWICE, THEME_COUNTS_NOTHING, SHARE_FOR_OTHERS_MISSING, FAMILY_UNKNOWN.</exception>
    public void Require()
    {
        ThemeRules.PeriodInOrder.Require(ValidUntil >= ValidFrom, ("document", Document));
        var twice = Themes.Select(theme => theme.Code).Append(ThemeShare.Other).GroupBy(code => code).FirstOrDefault(same => same.Count() > 1);
        ThemeRules.CodeOnce.Require(twice is null, ("theme", twice?.Key ?? ""));
        var nothing = Themes.FirstOrDefault(theme => theme.Families.Count == 0 && theme.Areas.Count == 0);
        ThemeRules.CountsSomething.Require(nothing is null, ("theme", nothing?.Code ?? ""));
        var unknown = Themes.SelectMany(theme => theme.Families).FirstOrDefault(family => !IncidentFamilies.All.Contains(family));
        ThemeRules.KnownFamily.Require(unknown is null, ("family", unknown ?? ""));
        var sum = Themes.Sum(theme => theme.Weight);
        ThemeRules.ShareForOthers.Require(sum <= 99, ("sum", sum.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Statistics Netherlands numbers a district after its municipality.</summary>
    /// <param name="municipalities">Codes: of the owner, or of all municipalities of the team.</param>
    /// <exception cref="RuleBroken">AREA_OF_OTHER_MUNICIPALITY.</exception>
    public void RequireWithin(TenantId owner, IReadOnlyCollection<string> municipalities)
    {
        var outside = Themes.SelectMany(theme => theme.Areas).FirstOrDefault(area => !municipalities.Any(code => area.TrimStart('W', 'K', 'B', 'U', 'G', 'M').StartsWith(code, StringComparison.Ordinal)));
        PresenceRules.OwnArea.Require(outside is null, ("area", outside ?? ""), ("owner", owner.Name));
    }
}

/// <summary>What somebody who must be heard said.</summary>
public sealed record Opinion(Seat Seat, string Text, string By, DateTimeOffset At);

/// <summary>A version of the priorities of a team or municipality: an immutable value.</summary>
public sealed record PriorityProfile
{
    public required ProfileName Name { get; init; }
    public required ProfileProposal Proposal { get; init; }

    /// <summary>Who must be heard before it holds.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];
    public required string ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Rises by one with each opinion, from 1.</summary>
    public int Revision { get; init; } = 1;

    public string Etag => $"\"{Revision}\"";

    public IEnumerable<Seat> Awaited => Seats.Where(seat => Opinions.All(opinion => opinion.Seat != seat));

    public ProfileState State => Awaited.Any() ? ProfileState.Proposed : ProfileState.Valid;

    /// <summary>Share of the hours that is left for everything else, in percent: at least 1.</summary>
    public int OtherWeight => 100 - Proposal.Themes.Sum(theme => theme.Weight);

    /// <summary>The first theme that takes an incident; null = none does.</summary>
    public PriorityTheme? ThemeOf(string family, string area, string municipality) => Proposal.Themes.FirstOrDefault(theme => theme.Takes(family, area, municipality));

    /// <summary>What others keep of it once it holds.</summary>
    public PrioritiesHeld ToFact(DateTimeOffset at) => new(
        Name.Value, Name.Owner.Value, Name.Version, Proposal.ValidFrom, Proposal.ValidUntil,
        [.. Proposal.Themes.Select(theme => new HeldTheme(theme.Code, theme.DisplayName, theme.Weight, theme.Families, theme.Areas))], Revision, at);

    /// <param name="seats">Those that the speaker has.</param>
    /// <exception cref="RuleBroken">ETAG_MISMATCH.</exception>
    public PriorityProfile With(string text, IReadOnlyCollection<Seat> seats, string etag, string by, DateTimeOffset at)
    {
        Reasons.EtagMismatch.Require(etag == Etag, ("name", Name.Value));
        return this with { Revision = Revision + 1, Opinions = [.. Opinions.Where(opinion => !seats.Contains(opinion.Seat)), .. seats.Select(seat => new Opinion(seat, text, by, at))] };
    }
}
