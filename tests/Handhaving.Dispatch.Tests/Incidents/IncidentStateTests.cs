using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>The table of an incident, cell by cell: from each state, by each act, to a state or a refusal.</summary>
public sealed class IncidentStateTests
{
    private const string Columns = "Received Waiting Offered Assigned EnRoute OnScene Scheduled OnHold AwaitingReporter Handled Closed Cancelled";

    // Where an incident can be with an outcome recorded and nobody done: there each act is tried with it too, by the row act/outcome where that differs.
    private const string Recorded = "Waiting Offered Assigned EnRoute OnScene";

    // Refusals: T = TRANSITION_NOT_ALLOWED, O = INCIDENT_NOT_OPEN, X = INCIDENT_CANCELLED, H = INCIDENT_NOT_HANDLED, C = INCIDENT_NOT_CLASSIFIED, S = INCIDENT_SET_ASIDE,
    // W = INCIDENT_NOT_PENDING, N = INCIDENT_NOT_HELD, E = INCIDENT_ENDED, R = INCIDENT_NOT_ENDED; . = no such assignment; else the state after it.
    private static readonly string[] Table =
    [
        "Offer             C         Pending   Pending   Assigned  EnRoute   OnScene   S         S         S                O         O         X",
        "Accept            .         T         Assigned  T         T         T         .         .         .                T         T         T",
        "Decline           .         T         Pending   T         T         T         .         .         .                T         T         T",
        "Expire            .         T         Pending   T         T         T         .         .         .                T         T         T",
        "GoEnRoute         .         T         T         EnRoute   T         T         .         .         .                T         T         T",
        "Arrive            .         T         T         OnScene   OnScene   T         .         .         .                T         T         T",
        "Shown             .         Pending   Pending   Assigned  EnRoute   OnScene   .         .         .                Handled   Closed    Cancelled",
        "Transport         .         T         T         T         EnRoute   OnScene   .         .         .                T         T         T",
        "Withdraw          .         T         Pending   Pending   Pending   Pending   .         .         .                T         T         T",
        "Fail              .         T         T         Pending   Pending   Pending   .         .         .                T         T         T",
        "GiveUp            .         T         T         Pending   Pending   Pending   .         .         .                T         T         T",
        "ClearOpen         .         T         T         Pending   Pending   Pending   .         .         .                T         T         T",
        "ClearOpen/outcome .         T         T         Handled   Handled   Handled   .         .         .                T         T         T",
        "ClearSettled      .         T         T         Handled   Handled   Handled   .         .         .                T         T         T",
        "RecordDisposition Handled   Handled   Pending   Assigned  EnRoute   OnScene   S         S         S                O         O         X",
        "Classify          Pending   Pending   Pending   Assigned  EnRoute   OnScene   Scheduled OnHold    AwaitingReporter O         O         X",
        "Reprioritise      Received  Pending   Pending   Assigned  EnRoute   OnScene   Scheduled OnHold    AwaitingReporter O         O         X",
        "MoveTo            Received  Pending   Pending   Assigned  EnRoute   OnScene   Scheduled OnHold    AwaitingReporter O         O         X",
        "Note              Received  Pending   Pending   Assigned  EnRoute   OnScene   Scheduled OnHold    AwaitingReporter Handled   Closed    Cancelled",
        "Schedule          C         Scheduled W         W         W         W         S         S         S                O         O         X",
        "PutOnHold         C         OnHold    W         W         W         W         S         S         S                O         O         X",
        "AskReporter       AwaitingReporter AwaitingReporter W W   W         W         S         S         S                O         O         X",
        "TakeAnswer        N         N         N         N         N         N         N         N         Pending          N         N         N",
        "Release           N         N         N         N         N         N         Pending   Pending   Pending          N         N         N",
        "EndHold           N         N         N         N         N         N         Pending   Pending   Pending          N         N         N",
        "TurnsOutPolices   Pending   Pending   Pending   Pending   Pending   Pending   Scheduled OnHold    AwaitingReporter O         O         X",
        "Cancel            Cancelled Cancelled Cancelled Cancelled Cancelled Cancelled Cancelled Cancelled Cancelled        Cancelled E         E",
        "Reopen            R         R         R         R         R         R         R         R         R                Pending   Pending   R",
        "Close             H         H         H         H         H         H         H         H         H                Closed    E         E",
    ];

    public static TheoryData<string, bool, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, bool, string, string>();
            var rows = Table.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(row => row[0], row => Columns.Split(' ').Zip(row.Skip(1)));
            foreach (var act in rows.Keys.Where(act => !act.Contains('/')))
            {
                foreach (var (from, outcome) in rows[act]) cells.Add(from, false, act, outcome);
                foreach (var (from, outcome) in rows.GetValueOrDefault($"{act}/outcome", rows[act]).Where(cell => Recorded.Split(' ').Contains(cell.First))) cells.Add(from, true, act, outcome);
            }
            return cells;
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void Each_act_in_each_state_does_what_the_table_says(string from, bool hasOutcome, string act, string outcome)
    {
        var incident = In(from, hasOutcome);

        if (outcome == ".") Assert.Throws<NotFound>(() => Do(incident, act));
        else if (outcome.Length > 1) Assert.Equal(Enum.Parse<IncidentState>(outcome), Do(incident, act).State);
        else Assert.Equal(RuleOf(outcome), Assert.Throws<RuleBroken>(() => Do(incident, act)).Rule);
    }

    public static TheoryData<string, bool, string, string> Endings =>
        [.. Cells.Where(cell => cell.Data is var (from, _, _, outcome) && Recorded.Contains(from, StringComparison.Ordinal) && outcome is "Pending" or "Handled")];

    [Theory, MemberData(nameof(Endings))]
    public void An_incident_that_waits_again_says_once_that_it_returned_whatever_outcome_was_recorded(string from, bool hasOutcome, string act, string outcome)
    {
        var incident = In(from, hasOutcome);

        var told = Do(incident, act).Happenings.Skip(incident.Happenings.Count).Count(happening => happening.Kind == "IncidentReturned");

        Assert.Equal(outcome == "Pending" && from is "Assigned" or "EnRoute" or "OnScene" ? 1 : 0, told);
    }

    [Theory]
    [InlineData("", 0, false, IncidentState.Received)]
    [InlineData("parking.nuisance", 0, true, IncidentState.Received)]
    [InlineData("parking.nuisance", 3, false, IncidentState.Received)]
    [InlineData("", 3, true, IncidentState.Received)]
    [InlineData("parking.nuisance", 3, true, IncidentState.Pending)]
    public void What_was_settled_before_it_was_classified_is_received_again_when_it_is_reopened(string type, int priority, bool isPlaced, IncidentState expected)
    {
        var settled = (Given.Received() with { Type = type, Priority = priority, Place = isPlaced ? new Place(Given.Market, 10, "Markt") : Place.Nowhere }).RecordDisposition("settled-by-phone", Given.Act(5));

        var reopened = settled.Reopen(null, Given.Act(8, "toch niet"));

        Assert.Equal(expected, reopened.State);
        if (expected is IncidentState.Received) Assert.Equal(IncidentRules.Classified, Assert.Throws<RuleBroken>(() => reopened.Offered(7, 9)).Rule);
        Assert.Equal(IncidentState.Pending, reopened.Classify(Given.Classification(), false, Given.Act(9)).State);
    }

    [Fact]
    public void A_move_to_where_it_is_already_is_refused() =>
        Assert.Equal(IncidentRules.OtherPlace, Assert.Throws<RuleBroken>(() => Given.Incident().MoveTo(Given.Incident().Place, Given.Act(1, "zelfde plaats"))).Rule);

    [Fact]
    public void A_place_that_is_not_known_for_a_reason_does_not_keep_a_reopened_incident_from_waiting()
    {
        var settled = Given.Received().Classify(new(Given.Parking.Code, 3, "", null, "melder weet het niet"), false, Given.Act(1)).RecordDisposition("settled-by-phone", Given.Act(5));

        Assert.Equal(IncidentState.Pending, settled.Reopen(null, Given.Act(8, "toch niet")).State);
    }

    [Fact]
    public void What_has_no_priority_takes_no_unit_away_and_is_offered_none_even_when_it_waits()
    {
        var unclassified = Given.Urgent() with { Priority = 0 };

        Assert.Equal(IncidentRules.Classified, Assert.Throws<RuleBroken>(() => Given.Incident().EnRoute().GiveUp(Given.AssignmentName(), unclassified, mayLeaveScene: true, Given.Act(8, "spoed"))).Rule);
        Assert.Equal(IncidentRules.Classified, Assert.Throws<RuleBroken>(() => unclassified.Offered(7, 8)).Rule);
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

    private static Incident In(string state, bool hasOutcome) => (state, hasOutcome) switch
    {
        ("Scheduled", _) => Given.Incident().SetAside(Given.Hold(HoldKind.Schedule), Given.Act(1)),
        ("OnHold", _) => Given.Incident().SetAside(Given.Hold(HoldKind.Review), Given.Act(1)),
        ("AwaitingReporter", _) => Given.Incident().AskReporter(Given.Hold(HoldKind.Reporter), Given.Act(1)),
        ("Waiting", _) => In("Offered", hasOutcome).Decline(Given.AssignmentName(), Given.Act(6)),
        (_, true) => In(state, hasOutcome: false).RecordDisposition("warning", Given.Act(5)),
        ("Received", _) => Given.Received(),
        ("Cancelled", _) => Given.Incident().OnScene().Cancel(Given.Act(5, "dubbel")),
        ("Offered", _) => Given.Incident().Offered(),
        ("Assigned", _) => Given.Incident().Accepted(),
        ("EnRoute", _) => Given.Incident().EnRoute(),
        ("OnScene", _) => Given.Incident().OnScene(),
        ("Handled", _) => Given.Incident().OnScene().Clear(Given.AssignmentName(), "warning", Given.Act(5)),
        ("Closed", _) => In("Handled", hasOutcome: false).Close(Given.Act(6)),
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
        "Shown" => incident.Shown(Given.AssignmentName(), Given.Act(8)),
        "Transport" => incident.Transport(Given.AssignmentName(), Given.Act(8)),
        "EndHold" => incident.EndHold(Given.Act(8)),
        "TurnsOutPolices" => incident.Classify(Given.Classification() with { Type = Given.Fight.Code }, true, Given.Act(8)).WithdrawUnfit(Given.Fight, Given.AllowedEquipment, _ => Given.Unit(), Given.Act(8)),
        "Withdraw" => incident.Withdraw(Given.AssignmentName(), Given.Act(8)),
        "Fail" => incident.Fail(Given.AssignmentName(), Given.Act(8, "lekke band")),
        "GiveUp" => incident.GiveUp(Given.AssignmentName(), Given.Urgent(), mayLeaveScene: true, Given.Act(8, "spoed")),
        "Classify" => incident.Classify(Given.Classification(), false, Given.Act(8)),
        "Reprioritise" => incident.Reprioritise(2, Given.Act(8, "erger dan gedacht")),
        "MoveTo" => incident.MoveTo(new Place(new Point(50.95, 5.80), 5, "Stationsplein"), Given.Act(8)),
        "Note" => incident.Note(Given.Act(8, "deur staat open")),
        "Schedule" => incident.SetAside(Given.Hold(HoldKind.Schedule), Given.Act(8)),
        "PutOnHold" => incident.SetAside(Given.Hold(HoldKind.Review), Given.Act(8)),
        "AskReporter" => incident.AskReporter(Given.Hold(HoldKind.Reporter), Given.Act(8)),
        "TakeAnswer" => incident.TakeAnswer(Given.Act(8, "het is voorbij")),
        "Release" => incident.Release(Given.Act(8)),
        "Cancel" => incident.Cancel(Given.Act(8, "dubbel gemeld")),
        "Reopen" => incident.Reopen(null, Given.Act(8, "weer overlast")),
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
        "X" => IncidentRules.NotCancelled,
        "H" => IncidentRules.Handled,
        "C" => IncidentRules.Classified,
        "S" => IncidentRules.NotSetAside,
        "W" => IncidentRules.Waiting,
        "N" => IncidentRules.Held,
        "E" => IncidentRules.NotEnded,
        "R" => IncidentRules.Ended,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Not a refusal."),
    };
}
