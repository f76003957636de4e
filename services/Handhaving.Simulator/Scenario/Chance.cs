using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Handhaving.Simulator.Scenario;

/// <summary>Repeatable chance: the same seed and label give the same draws on every machine and run-time (SplitMix64).</summary>
public sealed class Chance(int seed, string label)
{
    private ulong state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{label}")));

    /// <summary>Uniform in [0, 1).</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>Exponential with the given mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>One of the choices, in proportion to its weight; the weights need not add up to anything.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var left = Next() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
                return choice;
        }
        return choices[^1];
    }
}
