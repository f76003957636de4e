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
    private static readonly Gen<(int Act, int Pick, int Seconds)[]> Acts = Gen.Select(Gen.Int[0, 10], Gen.Int[0, 5], Gen.Int[0, 20]).Array[0, 60];

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
                0 or 1 => incident.Offer(Given.Id(1000 + number), Given.Unit($"b-{pick % 3}"), Given.Parking, Given.OfferTime, now),
                2 or 3 => incident.Accept(name, now),
                4 => incident.GoEnRoute(name, now),
                5 => incident.Arrive(name, now),
                6 => incident.Clear(name, pick == 0 ? "warning" : null, now),
                7 => incident.Decline(name, now),
                8 => incident.Expire(name, now),
                9 => incident.Withdraw(name, now),
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
        Assert.True(after.Phase >= before.Phase && (after.Phase is IncidentPhase.Open || !after.Assignments.Any(one => one.IsActive)));
    }

    private static IncidentState Expected(Incident incident)
    {
        bool Has(AssignmentState state) => incident.Assignments.Any(one => one.State == state);
        if (incident.Phase is IncidentPhase.Closed) return IncidentState.Closed;
        if (incident.Phase is IncidentPhase.Handled) return IncidentState.Handled;
        return Has(AssignmentState.OnScene) ? IncidentState.OnScene : Has(AssignmentState.EnRoute) ? IncidentState.EnRoute : Has(AssignmentState.Accepted) ? IncidentState.Assigned : IncidentState.Pending;
    }
}
