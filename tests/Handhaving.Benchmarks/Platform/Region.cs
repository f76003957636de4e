using System.Diagnostics;
using Grpc.Core;
using Handhaving.Testing.Identity;

namespace Handhaving.Benchmarks.Platform;

/// <summary>The demo region as the load sees it: its municipalities, and the callers of its first team.</summary>
internal sealed class Region(TestIssuer issuer)
{
    public const string Team = "westelijke-mijnstreek";

    /// <summary>Codes of all municipalities, over which writes are spread.</summary>
    public static IReadOnlyList<string> Municipalities { get; } = ["0888", "0971", "1883", "0965", "0986", "1954", "0899", "0882"];

    /// <summary>Those of the first team, whose board shows them.</summary>
    public static IReadOnlyList<string> TeamMunicipalities { get; } = ["0888", "0971", "1883"];

    public static bool IsOfFirstTeam(string municipality) => TeamMunicipalities.Contains(municipality);

    /// <summary>Both teams, whose boards together show all municipalities.</summary>
    public static IReadOnlyList<string> Teams { get; } = [Team, "brunssum-landgraaf"];

    public string Issuer => issuer.Address;

    // A token ends after ten minutes, and with it every stream opened by it.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);
    private Metadata? headers;
    private long madeAt;

    /// <summary>A caller that may act for the whole region, with the limits of a partner, and that says why it searches.</summary>
    public Metadata Headers
    {
        get
        {
            if (headers is { } known && Stopwatch.GetElapsedTime(Volatile.Read(ref madeAt)) < Fresh) return known;
            Volatile.Write(ref madeAt, Stopwatch.GetTimestamp());
            return headers = new() { { "authorization", "Bearer " + Token }, { "x-reason", "benchmark" } };
        }
    }

    public string Token => issuer.Token("benchmark", ["partner-simulator", "supervisor"], [.. Municipalities], [.. Teams]);
}
