using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>A step as a request that can be sent again and again, by whoever of the two desks it falls to, to whichever replica.</summary>
/// <param name="Team">Whose desk sends it.</param>
internal sealed record ModelCall(string Team, Func<Person, CallOptions, Task<IMessage>> SendAsync)
{
    /// <summary>The same request with another remark; null when it has nothing that could differ.</summary>
    public ModelCall? Other { get; init; }
}

/// <summary>Names that the service gave to what the model knows by its place.</summary>
internal sealed class ModelNames
{
    public List<string> Incidents { get; } = [];

    public Dictionary<(int Incident, int Number), string> Jobs { get; } = [];

    public void Learn(int incident, V1.Incident told)
    {
        if (incident == Incidents.Count) Incidents.Add(told.Name);
        for (var number = 0; number < told.Assignments.Count; number++) Jobs[(incident, number)] = told.Assignments[number].Name;
    }
}

/// <summary>Writes the requests.</summary>
internal sealed class ModelCalls(ModelNames names)
{
    private readonly DateTime began = DateTime.UtcNow.Date.AddMinutes((int)DateTime.UtcNow.TimeOfDay.TotalMinutes); // what the database keeps of a time is coarser than a tick

    /// <param name="request">The request id.</param>
    public ModelCall Of(ModelWorld world, ModelStep step, string request)
    {
        var team = step.Act switch
        {
            ModelAct.SignOn or ModelAct.SignOff or ModelAct.ExtendDuty or ModelAct.ReportCode => world.Units[step.Unit].Team,
            ModelAct.RefuseLoan => UnitOf(world, step).Team,
            ModelAct.Report => ModelRules.Team(step.Municipality),
            >= ModelAct.Accept and <= ModelAct.Fail => ModelRules.Team(world.Incidents[step.Job.Incident].Municipality),
            _ => ModelRules.Team(world.Of(step).Municipality),
        };
        var later = Timestamp.FromDateTime(DateTime.UtcNow.AddHours(3));
        return new(team, Send(world, step, request, "eerst", later)) { Other = HasRemark(step.Act) ? new(team, Send(world, step, request, "anders", later)) : null };
    }

    private static bool HasRemark(ModelAct act) => act is not (ModelAct.Outcome or ModelAct.Close or ModelAct.Accept or ModelAct.GoEnRoute or ModelAct.Arrive or ModelAct.Clear or ModelAct.SignOn or ModelAct.SignOff);

    private Func<Person, CallOptions, Task<IMessage>> Send(ModelWorld world, ModelStep step, string request, string remark, Timestamp later)
    {
        var (incident, job) = (names.Incidents.ElementAtOrDefault(step.Incident) ?? "", names.Jobs.GetValueOrDefault(step.Job, ""));
        var at = step.Time is ModelTime.Now ? null : Timestamp.FromDateTimeOffset(step.OccurTime);
        var (etag, unit) = ($"\"{step.Version}\"", world.Units[step.Unit].Name);
        return step.Act switch
        {
            ModelAct.Report => async (person, options) => await person.Incidents.ReportIncidentAsync(Report(step, request, remark), options),
            ModelAct.Classify => async (person, options) => await person.Incidents.ClassifyIncidentAsync(
                new() { Name = incident, Etag = etag, Type = step.Type, Priority = step.Priority, PriorityReason = remark, LocationUnknownReason = world.Incidents[step.Incident].IsPlaceless ? "beller weet het niet" : "", RequestId = request }, options),
            ModelAct.Reprioritise => async (person, options) => await person.Incidents.ReprioritiseIncidentAsync(new() { Name = incident, Etag = etag, Priority = step.Priority, Reason = remark, RequestId = request }, options),
            ModelAct.Hold => async (person, options) => await person.Incidents.HoldIncidentAsync(
                new() { Name = incident, Etag = etag, Kind = step.Flag ? V1.HoldKind.Schedule : V1.HoldKind.Review, UntilTime = later, Reason = remark, RequestId = request }, options),
            ModelAct.Release => async (person, options) => await person.Incidents.ReleaseIncidentAsync(new() { Name = incident, Etag = etag, Reason = remark, RequestId = request }, options),
            ModelAct.Outcome => async (person, options) => await person.Incidents.RecordDispositionAsync(new() { Name = incident, Etag = etag, Disposition = "warning", RequestId = request }, options),
            ModelAct.Close => async (person, options) => await person.Incidents.CloseIncidentAsync(new() { Name = incident, Etag = etag, RequestId = request }, options),
            ModelAct.Cancel => async (person, options) => await person.Incidents.CancelIncidentAsync(new() { Name = incident, Etag = etag, Reason = remark, RequestId = request }, options),
            ModelAct.Reopen => async (person, options) => await person.Incidents.ReopenIncidentAsync(new() { Name = incident, Etag = etag, Reason = remark, RequestId = request }, options),
            ModelAct.Assign => async (person, options) => await person.Assignments.AssignUnitAsync(
                new() { Parent = incident, Etag = etag, Unit = unit, Role = (V1.AssignmentRole)step.Role, Borrow = new() { SkipHoldReason = remark }, RequestId = request }, options),
            ModelAct.Accept => async (person, options) => await person.Assignments.AcceptAssignmentAsync(new() { Name = job, OccurTime = at, RequestId = request }, options),
            ModelAct.Decline => async (person, options) => await person.Assignments.DeclineAssignmentAsync(new() { Name = job, Reason = remark, OccurTime = at, RequestId = request }, options),
            ModelAct.GoEnRoute => async (person, options) => await person.Assignments.ReportStatusAsync(new() { Name = job, State = V1.AssignmentState.EnRoute, OccurTime = at, RequestId = request }, options),
            ModelAct.Arrive => async (person, options) => await person.Assignments.ReportStatusAsync(new() { Name = job, State = V1.AssignmentState.OnScene, OccurTime = at, RequestId = request }, options),
            ModelAct.Clear => async (person, options) => await person.Assignments.ClearAssignmentAsync(new() { Name = job, Disposition = step.Flag ? "warning" : "", OccurTime = at, RequestId = request }, options),
            ModelAct.Withdraw => async (person, options) => await person.Assignments.WithdrawAssignmentAsync(new() { Name = job, Reason = remark, OccurTime = at, RequestId = request }, options),
            ModelAct.Fail => async (person, options) => await person.Assignments.FailAssignmentAsync(new() { Name = job, Reason = remark, OccurTime = at, RequestId = request }, options),
            ModelAct.Preempt => async (person, options) => await person.Assignments.PreemptAssignmentAsync(new() { Parent = incident, Etag = etag, Assignment = job, Reason = remark, LeaveScene = step.Flag, RequestId = request }, options),
            ModelAct.SignOn => async (person, options) => await person.Units.SignOnUnitAsync(SignOn(unit, request), options),
            ModelAct.RefuseLoan => async (person, options) => await person.Loans.RefuseLoanAsync(new() { Name = LoanOf(UnitOf(world, step), job), Etag = EtagOfLoan(step), Reason = remark, RequestId = request }, options),
            ModelAct.ExtendDuty => async (person, options) => await person.Units.ExtendDutyAsync(new() { Name = unit, DutyEndTime = began.AddMinutes(step.EndMinutes).ToTimestamp(), Reason = remark, RequestId = request }, options),
            ModelAct.ReportCode => async (person, options) => await person.Units.ReportUnitStatusAsync(new() { Name = unit, Code = $"{step.Code}", Disposition = step is { Code: 4, Flag: true } ? "warning" : "", Text = remark, OccurTime = at, RequestId = request }, options),
            ModelAct.SignOff => async (person, options) => await person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = request }, options),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Act, "Nobody calls this."),
        };
    }

    private static ModelUnit UnitOf(ModelWorld world, ModelStep step) => world.Units[world.Incidents[step.Job.Incident].Jobs[step.Job.Number].Unit];

    /// <summary>Name of the loan by which a unit has a job.</summary>
    public static string LoanOf(ModelUnit unit, string job) => $"{unit.Owner}/loans/{job.Split('/')[^1]}";

    // Of a loan that goes on, of an incident as the lender saw it.
    private static string EtagOfLoan(ModelStep step) => new Dispatch.Loans.Loan(default, default, "", default, new("", null), "", step.Type, step.Priority) { State = Dispatch.Loans.LoanState.Active, BorrowedAt = default, BorrowedBy = "" }.Etag;

    public static V1.SignOnUnitRequest SignOn(string unit, string request) =>
        new() { Name = unit, Crew = { new V1.CrewMember { Officer = unit.Split('/')[^1] + "-1" }, new V1.CrewMember { Officer = unit.Split('/')[^1] + "-2" } }, RequestId = request };

    private static V1.ReportIncidentRequest Report(ModelStep step, string request, string remark)
    {
        var report = Work.Report(step.Municipality, step.Type);
        (report.RequestId, report.Incident.Priority, report.Incident.Description) = (request, step.Priority, remark);
        if (step.Type.Length == 0) report.Incident.Location = null;
        return report;
    }
}
