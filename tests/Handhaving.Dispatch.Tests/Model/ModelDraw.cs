using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>Four random numbers: what is done, to what, with what choices, and how it is sent.</summary>
internal sealed record ModelMove(int What, int Where, int Pick, int How);

/// <summary>Makes a step of a move, in the world as it is: mostly something that can be done, often enough something that cannot.</summary>
internal static class ModelDraw
{
    private const int MostIncidents = 5;
    private static readonly (int UpTo, ModelAct Act)[] Odds =
    [
        (18, ModelAct.Assign), (29, ModelAct.Accept), (33, ModelAct.GoEnRoute), (39, ModelAct.Arrive), (44, ModelAct.Clear), (46, ModelAct.Decline), (48, ModelAct.Withdraw), (50, ModelAct.Fail),
        (62, ModelAct.Preempt), (64, ModelAct.Expire), (67, ModelAct.RefuseLoan), (70, ModelAct.ExtendDuty), (75, ModelAct.ReportCode), (80, ModelAct.Classify), (83, ModelAct.Reprioritise), (85, ModelAct.Hold), (86, ModelAct.Release), (87, ModelAct.HoldEnds),
        (89, ModelAct.Outcome), (90, ModelAct.Close), (91, ModelAct.Cancel), (93, ModelAct.Reopen), (96, ModelAct.SignOff), (98, ModelAct.SignOn), (100, ModelAct.Report),
    ];

    public static ModelStep Step(ModelWorld world, ModelMove move)
    {
        var act = Odds.First(odds => move.What < odds.UpTo).Act;
        if (act is ModelAct.Report && world.Incidents.Count >= MostIncidents) act = ModelAct.Assign;
        var isAboutJob = act is ModelAct.Preempt or ModelAct.Expire or ModelAct.RefuseLoan or (>= ModelAct.Accept and <= ModelAct.Fail);
        var jobs = world.Jobs.Where(job => act is not ModelAct.RefuseLoan || world.IsLoan(job.Incident, job.Value)).ToList();
        if (isAboutJob && jobs.Count == 0) (act, isAboutJob) = (ModelAct.Assign, false);
        var job = isAboutJob ? JobOf(jobs, move) : default;
        var incident = act is ModelAct.Preempt ? MoreUrgent(world, world.Incidents[job.Incident], move) : move.Where % world.Incidents.Count;
        if (act is ModelAct.RefuseLoan) return Refusal(world, job, move);
        var time = act is ModelAct.ReportCode or (>= ModelAct.Accept and <= ModelAct.Fail) ? TimeOf(move.Pick % 11) : ModelTime.Now;
        return new(act, incident)
        {
            Job = job,
            Unit = act is ModelAct.SignOn ? OffDuty(world, move.Pick) : act is ModelAct.ReportCode ? Busy(world, move) : move.Pick / 7 % world.Units.Count,
            Role = move.Pick % 4 == 0 ? AssignmentRole.Backup : AssignmentRole.Primary,
            Version = world.Incidents[incident].Lines.Count - (move.Pick % 17 == 0 ? 1 : 0),
            Municipality = ModelRules.Municipalities[move.Pick % 3],
            Type = act is ModelAct.Report && move.Where % 3 == 0 ? "" : move.Pick % 3 == 0 ? ModelRules.Fight : "parking.nuisance",
            Priority = act is ModelAct.Report && move.Where % 3 == 0 ? 0 : 1 + move.Pick / 3 % 5,
            Flag = move.Pick % 2 == 0,
            Code = 2 + move.Pick / 3 % 3,
            EndMinutes = 60 + move.Pick % 120,
            Time = time,
            OccurTime = DateTimeOffset.UtcNow.AddDays(time is ModelTime.BeforeOffer ? -1 : time is ModelTime.Ahead ? 1 : 0),
        };
    }

    private static ModelTime TimeOf(int pick) => pick switch { 0 => ModelTime.BeforeOffer, 1 => ModelTime.Ahead, < 6 => ModelTime.Told, _ => ModelTime.Now };

    // Four times in five one that goes on.
    private static (int Incident, int Number) JobOf(List<(int Incident, int Number, ModelJob Value)> all, ModelMove move)
    {
        var jobs = all.Where(job => move.Pick % 5 == 0 || job.Value.IsActive).ToList();
        if (jobs.Count == 0) jobs = all;
        var (incident, number, _) = jobs[(move.Where + move.Pick) % jobs.Count];
        return (incident, number);
    }

    // Mostly one that may take the unit.
    private static int MoreUrgent(ModelWorld world, ModelIncident left, ModelMove move)
    {
        var urgent = Enumerable.Range(0, world.Incidents.Count).Where(index => world.Incidents[index] is { Phase: IncidentPhase.Open } one && one.Priority < left.Priority).ToList();
        return urgent.Count > 0 && move.Pick % 4 > 0 ? urgent[move.Where % urgent.Count] : move.Where % world.Incidents.Count;
    }

    // As the lender saw the incident, or as it never was.
    private static ModelStep Refusal(ModelWorld world, (int Incident, int Number) job, ModelMove move)
    {
        var seen = world.Incidents[job.Incident];
        return new(ModelAct.RefuseLoan, job.Incident) { Job = job, Type = seen.Type, Priority = seen.Priority + (move.Pick % 17 == 0 ? 1 : 0) };
    }

    // Three times in four one that has a job.
    private static int Busy(ModelWorld world, ModelMove move)
    {
        var busy = Enumerable.Range(0, world.Units.Count).Where(unit => world.HolderOf(unit) is not null).ToList();
        return busy.Count > 0 && move.Pick % 4 > 0 ? busy[move.Where % busy.Count] : move.Where % world.Units.Count;
    }

    private static int OffDuty(ModelWorld world, int pick) => world.Units.FindIndex(unit => !unit.IsOnDuty) is >= 0 and var off ? off : pick % world.Units.Count;
}
