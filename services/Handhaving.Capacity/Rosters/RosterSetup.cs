using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.Rosters.Solving.Timing;
using Handhaving.Capacity.Rosters.Tables;
using Handhaving.Capacity.Rosters.Wishes;
using Handhaving.Capacity.Rosters.Worked;

namespace Handhaving.Capacity.Rosters;

/// <summary>What rosters are made of.</summary>
internal static class RosterSetup
{
    public static void AddRosters(this IServiceCollection services)
    {
        services.AddScoped<ImportShifts>().AddScoped<ExportShifts>().AddScoped<JudgeShifts>().AddScoped<RosterReads>().AddHostedService<ShortRestJob>();
        services.AddScoped<DeploymentBook>().AddScoped<AssignDeployments>();
        services.AddScoped<RosterBook>().AddScoped<RosterStore>().AddScoped<RosterWork>();
        services.AddScoped<CreateRoster>().AddScoped<ChangeShifts>().AddScoped<PublishRoster>().AddScoped<DecideUnserved>().AddScoped<ShiftWishes>().AddScoped<RosterActs>().AddScoped<SolveRoster>().AddSingleton<SolverPlace>().AddScoped<RosterQueries>();
    }
}
