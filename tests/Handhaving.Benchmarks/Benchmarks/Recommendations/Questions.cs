using Grpc.Core;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;

namespace Handhaving.Benchmarks.Benchmarks.Recommendations;

/// <summary>Incidents for which units are asked in turn, each with the answer that is right.</summary>
internal sealed class Questions
{
    private const int Picks = 5;
    private const double Step = 0.0008; // degrees: no two incidents at one place
    private readonly List<(string Incident, BruteForce.Expected Answer)> all = [];
    private readonly IncidentService.IncidentServiceClient[] clients;
    private readonly Region region;
    private long next;

    private Questions(SystemUnderTest system) => (clients, region) = ([.. system.Open(system.Dispatch).Select(channel => new IncidentService.IncidentServiceClient(channel))], system.Region);

    public static async Task<Questions> AskedAsync(SystemUnderTest system, BruteForce search, int count, CancellationToken cancellation)
    {
        var questions = new Questions(system);
        var reports = new Reports(system.Open(system.Dispatch), system.Region);
        for (var number = 0; number < count; number++)
        {
            var municipality = Region.Municipalities[number % Region.Municipalities.Count];
            var (latitude, longitude) = Markets.Of(municipality);
            var shift = Step * (number / Region.Municipalities.Count - count / Region.Municipalities.Count / 2);
            var incident = await reports.SendAsync(municipality, (latitude + shift, longitude), number, cancellation);
            questions.all.Add((incident.Name, search.For(municipality, new(latitude + shift, longitude), Picks)));
        }
        return questions;
    }

    /// <summary>Throws when the answer is not the right one.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref next);
        var (incident, expected) = all[(int)(number % all.Count)];
        var request = new RecommendUnitsRequest { Name = incident, Role = AssignmentRole.Primary, Limit = Picks };
        var answer = await clients[number % clients.Length].RecommendUnitsAsync(request, new CallOptions(region.Headers, DateTime.UtcNow + TimeSpan.FromSeconds(30), cancellation));
        if (!expected.Is(answer.Picks.Select(pick => (pick.Unit, pick.TravelSeconds))))
            throw new InvalidOperationException($"For {incident} {string.Join(", ", answer.Picks.Select(pick => $"{pick.Unit} in {pick.TravelSeconds} s"))} were recommended; steps {string.Join(", ", expected.Steps)} are right.");
    }
}
