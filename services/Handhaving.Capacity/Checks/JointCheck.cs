using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>What somebody plans.</summary>
/// <param name="Participants">Organisations that take part, the one that plans among them.</param>
/// <param name="Units">Resource names of their units.</param>
public sealed record CheckDetails(string DisplayName, string Place, Interval Time, IReadOnlyList<TenantId> Participants, IReadOnlyList<string> Units)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <summary>Organisations without a place here that come along, for example the tax office or an energy company: what they find is theirs, and is not filed here.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <exception cref="RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG, CHECK_NOT_JOINT, UNIT_OF_NO_PARTICIPANT, PARTICIPANT_WITHOUT_UNIT.</exception>
    public void Require(TenantId owner)
    {
        Time.Require(Longest);
        CheckRules.IsJoint.Require(Participants.Distinct().Count() > 1 && Participants.Contains(owner), ("owner", owner.Name));
        RequireUnits(Units, Participants);
        var without = Participants.Where(one => !Units.Any(unit => IsOf(unit, one))).Select(one => one.Name).FirstOrDefault();
        CheckRules.HasUnit.Require(without is null, ("owner", without ?? ""));
    }

    /// <exception cref="RuleBroken">UNIT_OF_NO_PARTICIPANT.</exception>
    public static void RequireUnits(IReadOnlyList<string> units, IReadOnlyList<TenantId> owners)
    {
        var stranger = units.FirstOrDefault(unit => !owners.Any(one => IsOf(unit, one)));
        CheckRules.UnitTakesPart.Require(stranger is null, ("unit", stranger ?? ""));
    }

    public static bool IsOf(string unit, TenantId owner) => unit.StartsWith(owner.Name + "/units/", StringComparison.Ordinal);
}

/// <summary>What an organisation that was asked says; the last answer counts.</summary>
/// <param name="Reason">Why not; empty where it agrees.</param>
/// <param name="Units">Units that it sends in place of those that were asked for; none = those.</param>
public sealed record CheckAnswer(TenantId Participant, bool Agrees, string Reason, IReadOnlyList<string> Units, string By, DateTimeOffset At);

/// <summary>That a check does not go on.</summary>
public sealed record CheckCancellation(string Reason, string By, DateTimeOffset At);

/// <summary>A check of several organisations together (C-50): an immutable value. Each decides about its own units, and is asked.</summary>
public sealed record JointCheck
{
    public required CheckName Name { get; init; }
    public required CheckDetails Details { get; init; }
    public required string PlannedBy { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }
    public CheckCancellation? Cancelled { get; init; }

    /// <summary>Of those that were asked and answered; kept beside it.</summary>
    public IReadOnlyList<CheckAnswer> Answers { get; init; } = [];

    /// <summary>Organisations that were asked and did not answer yet.</summary>
    public IEnumerable<TenantId> Awaited => Details.Participants.Where(one => one != Name.Owner && AnswerOf(one) is null);

    /// <summary>Units of those that take part: as they said, or as they were asked.</summary>
    public IEnumerable<string> Units => Details.Participants.Where(one => AnswerOf(one) is not { Agrees: false })
        .SelectMany(one => AnswerOf(one) is { Units.Count: > 0 } answer ? answer.Units : Details.Units.Where(unit => CheckDetails.IsOf(unit, one)));

    /// <exception cref="RuleBroken">CHECK_CANCELLED, CHECK_OVER, CHECK_YOUR_OWN, CHECK_DECLINE_REASON, UNIT_OF_NO_PARTICIPANT.</exception>
    public JointCheck With(CheckAnswer answer)
    {
        RequireOn(answer.At);
        CheckRules.NotOwn.Require(answer.Participant != Name.Owner, ("owner", answer.Participant.Name));
        CheckRules.DeclineReason.Require(answer.Agrees || answer.Reason.Length > 0);
        CheckDetails.RequireUnits(answer.Units, [answer.Participant]);
        return this with { Answers = [.. Answers.Where(former => former.Participant != answer.Participant), answer] };
    }

    /// <exception cref="RuleBroken">CHECK_CANCELLED, CHECK_OVER.</exception>
    public JointCheck Cancel(CheckCancellation cancelled)
    {
        RequireOn(cancelled.At);
        return this with { Cancelled = cancelled };
    }

    /// <summary>Whoever was there may say what it found, from the beginning on.</summary>
    /// <exception cref="RuleBroken">CHECK_CANCELLED, CHECK_DECLINED, CHECK_NOT_BEGUN.</exception>
    public void RequireFindings(TenantId owner, DateTimeOffset now)
    {
        RequireNotCancelled();
        CheckRules.TakesPart.Require(AnswerOf(owner) is not { Agrees: false }, ("owner", owner.Name), ("check", Details.DisplayName));
        CheckRules.Begun.Require(now >= Details.Time.Start, ("check", Details.DisplayName), ("start", Say(Details.Time.Start)));
    }

    public CheckAnswer? AnswerOf(TenantId participant) => Answers.FirstOrDefault(answer => answer.Participant == participant);

    private void RequireOn(DateTimeOffset now)
    {
        RequireNotCancelled();
        CheckRules.NotOver.Require(now < Details.Time.End, ("check", Details.DisplayName), ("end", Say(Details.Time.End)));
    }

    private void RequireNotCancelled() => CheckRules.NotCancelled.Require(Cancelled is null, ("check", Details.DisplayName), ("reason", Cancelled?.Reason ?? ""));

    private static string Say(DateTimeOffset moment) => DutchClock.LocalOf(moment).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>What an organisation found at a check.</summary>
public sealed record CheckFinding(string Name, string Check, string Text, string FiledBy, DateTimeOffset FiledAt);
