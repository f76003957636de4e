using CsCheck;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>Random acts on an incident: whatever is tried in whatever order, what must hold holds.</summary>
public sealed class IncidentModelTests
{
    private static readonly Gen<(int Act, int Pick, int Seconds)[]> Acts = Gen.Select(Gen.Int[0, 19], Gen.Int[0, 5], Gen.Int[0, 20]).Array[0, 60];

    [Fact]
    public void No_order_of_acts_breaks_an_incident() => Acts.Sample(steps =>
    {
        var incident = Given.Incident();
        var second = 0;
        for (var number = 0; number < steps.Length; number++)
        {
            second += steps[number].Seconds;
            var next = Try(incident, steps[number].Act, steps[number].Pick, number, second);
            if (next is null) continue;
            Follows(incident, next);
            incident = next;
        }
        Assert.Equal(incident.Happenings.Select((_, index) => index + 1L), incident.Happenings.Select(happening => happening.Sequence));
        Assert.Equal(incident.State, IncidentJson.Read(IncidentJson.Write(incident)).State);
    }, iter: 2000);

    /// <returns>Null when a rule refused the act.</returns>
    private static Incident? Try(Incident incident, int act, int pick, int number, int second)
    {
        var name = incident.Assignments.Count > 0 ? incident.Assignments[pick % incident.Assignments.Count].Name : Given.AssignmentName();
        var now = Given.Act(second);
        try
        {
            return act switch
            {
                0 or 1 => incident.Offer(Given.Id(1000 + number), Given.Unit($"b-{pick % 3}"), AssignmentRole.Primary, Given.Parking, Given.OfferTime, now),
                2 or 3 => incident.Accept(name, now),
                4 => incident.GoEnRoute(name, now),
                5 => incident.Arrive(name, now),
                6 => incident.Clear(name, pick == 0 ? "warning" : null, now),
                7 => incident.Decline(name, now),
                8 => incident.Expire(name, now),
                9 => incident.Withdraw(name, now),
                10 => incident.Fail(name, now),
                11 => incident.GiveUp(name, Given.Urgent(), pick > 0, now),
                12 => incident.Classify(Given.Classification(), false, now),
                13 => incident.SetAside(new(pick > 2 ? HoldKind.Schedule : HoldKind.Review, now.At.AddMinutes(pick), now.At, "later"), now),
                14 => incident.AskReporter(new(HoldKind.Reporter, now.At.AddMinutes(pick), now.At, "waar precies?"), now),
                15 => pick > 2 ? incident.TakeAnswer(now) : incident.Release(now),
                16 => pick == 0 ? incident.Cancel(now) : incident.Note(now),
                17 => incident.Reopen(null, now),
                18 => incident.Reprioritise(1 + pick % 5, now),
                _ => pick == 0 ? incident.RecordDisposition("warning", now) : incident.Close(now),
            };
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            return null;
        }
    }

    private static void Follows(Incident before, Incident after)
    {
        Assert.True(after.Version > before.Version && after.Sequence >= before.Sequence && after.UpdatedAt >= before.UpdatedAt);
        Assert.All(after.Assignments.Where(one => one.IsActive).CountBy(one => one.Unit), unit => Assert.Equal(1, unit.Value));
        Assert.Equal(before.Assignments.Select(one => one.Name), after.Assignments.Take(before.Assignments.Count).Select(one => one.Name));
        Assert.All(before.Assignments.Where(one => !one.IsActive), ended => Assert.Equal(ended, after.Find(ended.Name)));
        Assert.Equal(Expected(after), after.State);
        Assert.True(after.Phase is IncidentPhase.Open || !after.Assignments.Any(one => one.IsActive));
        Assert.Equal(after.Phase is IncidentPhase.Scheduled or IncidentPhase.OnHold or IncidentPhase.AwaitingReporter, after.Hold is not null);
        Assert.Equal(after.State is IncidentState.Pending, after.PendingSince is not null);
        Assert.True(after.Episode > before.Episode || after.Waited >= before.Waited);
    }

    private static IncidentState Expected(Incident incident)
    {
        bool Has(AssignmentState state) => incident.Assignments.Any(one => one.State == state);
        if (incident.Phase is not IncidentPhase.Open) return Enum.Parse<IncidentState>(incident.Phase.ToString());
        return Has(AssignmentState.OnScene) ? IncidentState.OnScene : Has(AssignmentState.EnRoute) ? IncidentState.EnRoute : Has(AssignmentState.Accepted) ? IncidentState.Assigned : IncidentState.Pending;
    }
}
