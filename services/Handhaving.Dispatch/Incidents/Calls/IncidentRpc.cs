using Grpc.Core;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Acts;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.Dispatch.Priorities;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Storing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents.Calls;

/// <summary>What can be done with incidents.</summary>
public sealed record IncidentActs(ReportIncident Report, EditIncident Edit, PauseIncident Pause, EndIncident End);

/// <summary>What can be asked of incidents.</summary>
public sealed record IncidentReads(IncidentQueries Queries, FindDuplicates Duplicates, ReadReporter Reporters, RecommendationQueries Recommendations);

/// <summary>Door of <c>IncidentService</c>: its acts. What it is asked stands in <c>IncidentReadsRpc.cs</c>.</summary>
public sealed partial class IncidentRpc(IncidentActs acts, IncidentReads reads, RecommendUnits recommend, RecommendQueue queue) : V1.IncidentService.IncidentServiceBase
{
    public override async Task<V1.ReportIncidentResponse> ReportIncident(V1.ReportIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Report.HandleAsync(IncidentWire.FromWire(request.Incident), IncidentWire.FromWire(request.Reporter), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ClassifyIncidentResponse> ClassifyIncident(V1.ClassifyIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var said = new Classification(request.Type, request.Priority, request.PriorityReason, IncidentWire.PlaceOf(request.Location), request.LocationUnknownReason) { Cautions = IncidentWire.CautionsOf(request) };
        var answer = await acts.Edit.ClassifyAsync(NameOf(request.Name), request.Etag, said, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    public override async Task<V1.ReprioritiseIncidentResponse> ReprioritiseIncident(V1.ReprioritiseIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Edit.ReprioritiseAsync(NameOf(request.Name), request.Etag, request.Priority, request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    public override async Task<V1.MoveIncidentResponse> MoveIncident(V1.MoveIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var place = IncidentWire.PlaceOf(request.Location) ?? Place.Nowhere; // required by the contract
        var incident = await acts.Edit.MoveAsync(NameOf(request.Name), request.Etag, place, request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident), Consequences = { acts.Edit.ConsequencesOf(incident) } };
    }

    public override async Task<V1.AddNoteResponse> AddNote(V1.AddNoteRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Edit.NoteAsync(NameOf(request.Name), request.Text, request.OccurTime?.ToDateTimeOffset(), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.HoldIncidentResponse> HoldIncident(V1.HoldIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Pause.HoldAsync(NameOf(request.Name), request.Etag, (HoldKind)request.Kind, request.UntilTime.ToDateTimeOffset(), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ReleaseIncidentResponse> ReleaseIncident(V1.ReleaseIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Pause.ReleaseAsync(NameOf(request.Name), request.Etag, request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.AskReporterResponse> AskReporter(V1.AskReporterRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Pause.AskReporterAsync(NameOf(request.Name), request.Etag, request.Question, request.UntilTime.ToDateTimeOffset(), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.RecordReporterAnswerResponse> RecordReporterAnswer(V1.RecordReporterAnswerRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.Pause.TakeAnswerAsync(NameOf(request.Name), request.Etag, request.Answer, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.RecordDispositionResponse> RecordDisposition(V1.RecordDispositionRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.End.RecordDispositionAsync(NameOf(request.Name), request.Etag, request.Disposition, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.CloseIncidentResponse> CloseIncident(V1.CloseIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.End.CloseAsync(NameOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.CancelIncidentResponse> CancelIncident(V1.CancelIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await acts.End.CancelAsync(NameOf(request.Name), request.Etag, request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ReopenIncidentResponse> ReopenIncident(V1.ReopenIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var type = request.Type.Length > 0 ? request.Type : null;
        var incident = await acts.End.ReopenAsync(NameOf(request.Name), request.Etag, request.Reason, type, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    internal static IncidentName NameOf(string text) => IncidentName.Parse(text) ?? throw new NotFound(text);
}
