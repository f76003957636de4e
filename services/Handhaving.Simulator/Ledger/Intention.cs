using System.Security.Cryptography;
using System.Text;

namespace Handhaving.Simulator.Ledger;

/// <summary>One thing that is meant to happen once, with the request_id that it keeps over all its tries.</summary>
public sealed record Intention(string Key, string Rpc, string RequestId)
{
    /// <summary>What the same call leaves behind elsewhere; null for most.</summary>
    public Effect? Beside { get; init; }
}

/// <summary>Makes intentions of one run; the same run, seed and key always give the same request_id.</summary>
public sealed class Intentions(string run, int seed)
{
    /// <summary>How the mark of every run begins.</summary>
    public const string AnyMark = "[oefening ";

    /// <summary>Seed of the run.</summary>
    public int Seed => seed;

    /// <summary>Words by which a report is found again on the platform.</summary>
    public string MarkOf(int report) => $"{AnyMark}{run}-{seed}-{report}]";

    /// <summary>The mark of this run in a description; null when it is none of ours.</summary>
    public string? FindMark(string description)
    {
        var begin = description.IndexOf($"{AnyMark}{run}-{seed}-", StringComparison.Ordinal);
        return begin < 0 ? null : description[begin..(description.IndexOf(']', begin) + 1)];
    }

    /// <summary>The intention to call an rpc; the key is unique within the run.</summary>
    public Intention To(string rpc, string key) => new(key, rpc, RequestIdOf($"{run}/{seed}/{rpc}/{key}"));

    /// <summary>A UUID in the form of version 4, with the bits of a hash.</summary>
    private static string RequestIdOf(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
