using Handhaving.Dispatch.Assignments;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>Four random numbers: what is done, to what, with what choices, and how it is sent.</summary>
internal sealed record ModelMove(int What, int Where, int Pick, int How);

/// <summary>Makes a step of a move, in the world as it is: mostly something that can be done, often enough something that cannot.</summary>
internal static class ModelDraw
{
    private const int MostIncidents = 5;
    private static readonly (int UpTo, ModelAct Act)[] Odds =
    [
        (22, ModelAct.Assign), (35, ModelAct.Accept), (41, ModelAct.GoEnRoute), (47, ModelAct.Arrive), (54, ModelAct.Clear), (57, ModelAct.Decline), (60, ModelAct.Withdraw), (63, ModelAct.Fail),
        (72, ModelAct.Preempt), (75, ModelAct.Expire), (80, ModelAct.Classify), (83, ModelAct.Reprioritise), (85, ModelAct.Hold), (86, ModelAct.Release), (87, ModelAct.HoldEnds),
        (89, ModelAct.Outcome), (90, ModelAct.Close), (91, ModelAct.Cancel), (93, ModelAct.Reopen), (96, ModelAct.SignOff), (98, ModelAct.SignOn), (100, ModelAct.Report),
    ];

    public static ModelStep Step(ModelWorld world, ModelMove move)
    {
        var act = Odds.First(odds => move.What < odds.UpTo).Act;
        if (act is ModelAct.Report && world.Incidents.Count >= MostIncidents) act = ModelAct.Assign;
        var isAboutJob = act is ModelAct.Preempt or ModelAct.Expire or (>= ModelAct.Accept and <= ModelAct.Fail);
        if (isAboutJob && !world.Jobs.Any()) act = ModelAct.Assign;
        var incident = move.Where % world.Incidents.Count;
        return new(act, incident)
        {
            Job = isAboutJob && world.Jobs.Any() ? JobOf(world, move) : default,
            Unit = act is ModelAct.SignOn ? OffDuty(world, move.Pick) : move.Pick / 7 % world.Units.Count,
            Role = move.Pick % 4 == 0 ? AssignmentRole.Backup : AssignmentRole.Primary,
            Version = world.Incidents[incident].Lines.Count - (move.Pick % 17 == 0 ? 1 : 0),
            Municipality = ModelRules.Municipalities[move.Pick % 3],
            Type = act is ModelAct.Report && move.Where % 3 == 0 ? "" : move.Pick % 3 == 0 ? ModelRules.Fight : "parking.nuisance",
            Priority = act is ModelAct.Report && move.Where % 3 == 0 ? 0 : 1 + move.Pick / 3 % 5,
            Flag = move.Pick % 2 == 0,
        };
    }

    // Four times in five one that goes on.
    private static (int, int) JobOf(ModelWorld world, ModelMove move)
    {
        var jobs = world.Jobs.Where(job => move.Pick % 5 == 0 || job.Value.IsActive).ToList();
        if (jobs.Count == 0) jobs = [.. world.Jobs];
        var (incident, number, _) = jobs[(move.Where + move.Pick) % jobs.Count];
        return (incident, number);
    }

    private static int OffDuty(ModelWorld world, int pick) => world.Units.FindIndex(unit => !unit.IsOnDuty) is >= 0 and var off ? off : pick % world.Units.Count;
}
