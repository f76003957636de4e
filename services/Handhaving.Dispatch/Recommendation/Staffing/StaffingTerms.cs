using System.Text.Json;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Recommendation.Staffing;

/// <summary>How long a job takes by the municipality's reckoning, and how many people it wants in a unit at which hours.</summary>
/// <param name="StayMinutes">For priority 1 to 5, where the kind of incident says nothing else.</param>
public sealed record StaffingTerms(IReadOnlyList<int> StayMinutes, IReadOnlyList<CrewWindow> Windows)
{
    public static StaffingTerms None { get; } = new([0, 0, 0, 0, 0], []);

    public static StaffingTerms Of(DecidedSettings settings) =>
        new(JsonSerializer.Deserialize<int[]>(settings[DispatchSettings.ExpectedStayMinutes]) ?? [0, 0, 0, 0, 0], CrewWindow.Read(settings[DispatchSettings.CrewWindows]));

    /// <summary>What a task asks at a moment.</summary>
    /// <param name="priority">1 to 5.</param>
    public TaskDemand Over(TaskDemand demand, int priority, DateTimeOffset now) => demand with
    {
        Stay = TimeSpan.FromMinutes(demand.Type.StayMinutes ?? StayMinutes[priority - 1]),
        MinimumCrew = Windows.Where(window => window.Holds(demand.Type, now)).Select(window => window.Minimum).Append(demand.MinimumCrew).Max(),
    };
}
