using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>A job that was offered hours ago, so that there is something to tell later.</summary>
internal sealed class LateWork(DispatchRegion region, string municipality)
{
    public Person Desk { get; } = Person.FromLandgraaf(region);

    /// <summary>A job of a unit of its own, offered three hours ago and standing still.</summary>
    public async Task<V1.Assignment> OfferedAsync()
    {
        var offer = await Desk.AssignAsync(await Desk.ReportAsync(municipality), await Desk.OwnUnitAsync(region, municipality));
        var id = Guid.Parse(offer.Incident.Name.Split('/')[^1]);
        await region.OwnerAsync("""
            update incident set body = jsonb_set(jsonb_set(jsonb_set(body, '{assignments,0,offeredAt}', $2::jsonb), '{assignments,0,expiresAt}', $3::jsonb), '{pendingSince}', $2::jsonb) where id = $1
            """, id, $"\"{Ago(180).ToDateTimeOffset():O}\"", $"\"{Ago(-60).ToDateTimeOffset():O}\"");
        await region.OwnerAsync("update assignment set expires_at = now() + interval '1 hour' where incident = $1", id);
        return offer.Assignment;
    }

    /// <summary>A whole minute, as people say it.</summary>
    public static Timestamp Ago(int minutes) => Timestamp.FromDateTime(DateTime.UtcNow.Date.AddMinutes(Math.Floor(DateTime.UtcNow.TimeOfDay.TotalMinutes) - minutes));

    public Person CrewOf(V1.Assignment job) => new(region, region.Replica(1), $"{job.Unit.Split('/')[^1]}-1", "boa", [municipality], []);

    public static V1.AcceptAssignmentRequest Accept(V1.Assignment job, Timestamp? at = null) => new() { Name = job.Name, OccurTime = at, RequestId = Work.NewRequest() };

    public static V1.ReportStatusRequest Report(V1.Assignment job, V1.AssignmentState state, Timestamp? at = null) => new() { Name = job.Name, State = state, OccurTime = at, RequestId = Work.NewRequest() };

    public static V1.ClearAssignmentRequest Clear(V1.Assignment job, Timestamp? at = null) => new() { Name = job.Name, Disposition = "warning", OccurTime = at, RequestId = Work.NewRequest() };

    /// <summary>From an offer to cleared, all of it told now.</summary>
    public async Task<V1.ClearAssignmentResponse> FinishAsync(V1.Assignment job, int acceptedAgo, int clearedAgo)
    {
        await Desk.Assignments.AcceptAssignmentAsync(Accept(job, Ago(acceptedAgo)), Desk.Call);
        await Desk.Assignments.ReportStatusAsync(Report(job, V1.AssignmentState.OnScene, Ago(acceptedAgo - 10)), Desk.Call);
        return await Desk.Assignments.ClearAssignmentAsync(Clear(job, Ago(clearedAgo)), Desk.Call);
    }

    public async Task<IReadOnlyList<V1.TimelineEntry>> TimelineAsync(V1.Assignment job) =>
        [.. (await Desk.Incidents.ListTimelineEntriesAsync(new() { Parent = IncidentOf(job) }, Desk.Call)).Entries];

    public static string IncidentOf(V1.Assignment job) => job.Name[..job.Name.IndexOf("/assignments/", StringComparison.Ordinal)];
}
