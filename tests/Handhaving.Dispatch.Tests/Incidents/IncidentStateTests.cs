using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>The table of an incident, cell by cell: from each state, by each act, to a state or a refusal.</summary>
public sealed class IncidentStateTests
{
    private const string Columns = "Waiting Offered Assigned EnRoute OnScene Handled Closed";

    // T = TRANSITION_NOT_ALLOWED, O = INCIDENT_NOT_OPEN, H = INCIDENT_NOT_HANDLED; else the state after it.
    private static readonly string[] Table =
    [
        "Offer             Pending Pending  Assigned EnRoute OnScene O      O",
        "Accept            T       Assigned T        T       T       T      T",
        "Decline           T       Pending  T        T       T       T      T",
        "Expire            T       Pending  T        T       T       T      T",
        "GoEnRoute         T       T        EnRoute  T       T       T      T",
        "Arrive            T       T        OnScene  OnScene T       T      T",
        "Withdraw          T       Pending  Pending  Pending Pending T      T",
        "ClearOpen         T       T        Pending  Pending Pending T      T",
        "ClearSettled      T       T        Handled  Handled Handled T      T",
        "RecordDisposition Handled Pending  Assigned EnRoute OnScene O      O",
        "Close             H       H        H        H       H       Closed H",
    ];

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var row in Table.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                foreach (var (from, outcome) in Columns.Split(' ').Zip(row.Skip(1))) cells.Add(from, row[0], outcome);
            return cells;
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void Each_act_in_each_state_does_what_the_table_says(string from, string act, string outcome)
    {
        var incident = In(from);

        if (outcome.Length > 1) Assert.Equal(Enum.Parse<IncidentState>(outcome), Do(incident, act).State);
        else Assert.Equal(RuleOf(outcome), Assert.Throws<RuleBroken>(() => Do(incident, act)).Rule);
    }

    [Fact]
    public void The_most_advanced_active_assignment_counts_and_the_state_goes_back_when_it_ends()
    {
        var incident = Given.Incident().EnRoute(1).OnScene(2).Accepted(3);
        Assert.Equal(IncidentState.OnScene, incident.State);

        incident = incident.Withdraw(Given.AssignmentName(2), Given.Act(5));
        Assert.Equal(IncidentState.EnRoute, incident.State);

        incident = incident.Clear(Given.AssignmentName(1), null, Given.Act(6));
        Assert.Equal(IncidentState.Assigned, incident.State);

        incident = incident.Withdraw(Given.AssignmentName(3), Given.Act(7));
        Assert.Equal(IncidentState.Pending, incident.State);
    }

    [Fact]
    public void A_report_of_one_unit_never_touches_the_assignment_of_another()
    {
        var before = Given.Incident().Accepted(1).Accepted(2);

        var after = before.Arrive(Given.AssignmentName(1), Given.Act(5));

        Assert.Equal(before.Find(Given.AssignmentName(2)), after.Find(Given.AssignmentName(2)));
    }

    [Fact]
    public void An_act_on_an_assignment_of_another_incident_finds_nothing()
    {
        var elsewhere = Given.AssignmentName() with { Incident = Given.Name with { Municipality = "0971" } };

        Assert.Throws<NotFound>(() => Given.Incident().Offered().Accept(elsewhere, Given.Act(2)));
    }

    private static Incident In(string state) => state switch
    {
        "Waiting" => Given.Incident().Offered().Decline(Given.AssignmentName(), Given.Act(2)),
        "Offered" => Given.Incident().Offered(),
        "Assigned" => Given.Incident().Accepted(),
        "EnRoute" => Given.Incident().EnRoute(),
        "OnScene" => Given.Incident().OnScene(),
        "Handled" => Given.Incident().OnScene().Clear(Given.AssignmentName(), "warning", Given.Act(5)),
        "Closed" => In("Handled").Close(Given.Act(6)),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a column."),
    };

    private static Incident Do(Incident incident, string act) => act switch
    {
        "Offer" => incident.Offered(7, 8),
        "Accept" => incident.Accept(Given.AssignmentName(), Given.Act(8)),
        "Decline" => incident.Decline(Given.AssignmentName(), Given.Act(8)),
        "Expire" => incident.Expire(Given.AssignmentName(), Given.Act(40)),
        "GoEnRoute" => incident.GoEnRoute(Given.AssignmentName(), Given.Act(8)),
        "Arrive" => incident.Arrive(Given.AssignmentName(), Given.Act(8)),
        "Withdraw" => incident.Withdraw(Given.AssignmentName(), Given.Act(8)),
        "ClearOpen" => incident.Clear(Given.AssignmentName(), null, Given.Act(8)),
        "ClearSettled" => incident.Clear(Given.AssignmentName(), "warning", Given.Act(8)),
        "RecordDisposition" => incident.RecordDisposition("settled-by-phone", Given.Act(8)),
        "Close" => incident.Close(Given.Act(8)),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not a row."),
    };

    private static Rule RuleOf(string sign) => sign switch
    {
        "T" => AssignmentRules.Transition,
        "O" => IncidentRules.Open,
        "H" => IncidentRules.Handled,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Not a refusal."),
    };
}
