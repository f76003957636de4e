using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;

namespace Handhaving.EndToEnd.Tests;

/// <summary>Acts of the main job through the gateway.</summary>
internal static class Job
{
    public static CallOptions Call => new(deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: TestContext.Current.CancellationToken);

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static ReportIncidentRequest Report(string municipality) => new()
    {
        Parent = $"municipalities/{municipality}",
        Incident = new() { Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = 3, Location = new() { Position = new() { Latitude = Markets.Of(municipality).Latitude, Longitude = Markets.Of(municipality).Longitude } } },
        RequestId = NewId(),
    };

    public static async Task<Incident> ReportAsync(CallInvoker gateway, string municipality) =>
        (await new IncidentService.IncidentServiceClient(gateway).ReportIncidentAsync(Report(municipality), Call)).Incident;

    /// <summary>Reports one after another; an answer that did not come is asked for again under the same request id.</summary>
    public static (Task FirstAccepted, Task<List<string>> Done) ReportManyAsync(CallInvoker gateway, string municipality, int count)
    {
        var first = new TaskCompletionSource();
        return (first.Task, RunAsync());

        async Task<List<string>> RunAsync()
        {
            List<string> accepted = [];
            for (var number = 0; number < count; number++)
            {
                accepted.Add(await UntilAnsweredAsync(gateway, Report(municipality)));
                first.TrySetResult();
            }
            return accepted;
        }
    }

    public static async Task<List<string>> AllAsync(CallInvoker gateway, string municipality)
    {
        List<string> names = [];
        var token = "";
        do
        {
            var page = await new IncidentService.IncidentServiceClient(gateway).ListIncidentsAsync(new() { Parent = $"municipalities/{municipality}", PageSize = 200, PageToken = token }, Call);
            names.AddRange(page.Incidents.Select(incident => incident.Name));
            token = page.NextPageToken;
        } while (token.Length > 0);
        return names;
    }

    private static async Task<string> UntilAnsweredAsync(CallInvoker gateway, ReportIncidentRequest request)
    {
        var client = new IncidentService.IncidentServiceClient(gateway);
        while (true)
        {
            try
            {
                return (await client.ReportIncidentAsync(request, Call)).Incident.Name;
            }
            catch (RpcException doubt) when (doubt.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}

/// <summary>A screen that reads the board.</summary>
internal static class Screen
{
    public static async Task<List<WatchBoardResponse>> ReadAsync(AsyncServerStreamingCall<WatchBoardResponse> stream, Func<WatchBoardResponse, bool> isLast)
    {
        List<WatchBoardResponse> messages = [];
        while (await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            messages.Add(stream.ResponseStream.Current);
            if (isLast(messages[^1])) return messages;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }
}
