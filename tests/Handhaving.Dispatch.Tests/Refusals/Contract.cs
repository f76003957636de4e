using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>What every refusal owes its caller (AIP-193).</summary>
internal static partial class Contract
{
    private static readonly Dictionary<string, Rule> Registered = new[] { typeof(Reasons).Assembly, typeof(DispatchContract).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetFields()).Where(field => field.IsStatic && field.FieldType == typeof(Rule))
        .Select(field => (Rule)field.GetValue(null)!) // a static readonly field of a rule is set
        .DistinctBy(rule => rule.Reason).ToDictionary(rule => rule.Reason);

    public static IEnumerable<Rule> Rules => Registered.Values;

    public static string? ProblemOf(RpcException refused)
    {
        if (refused.GetRpcStatus() is not { } status) return "no details";
        var details = status.Details.Select(detail => Google.Protobuf.WellKnownTypes.Any.GetTypeName(detail.TypeUrl)).ToList();
        if (details.Count(name => name == ErrorInfo.Descriptor.FullName) != 1) return "not one ErrorInfo";
        if (details.Count(name => name == LocalizedMessage.Descriptor.FullName) != 1) return "not one LocalizedMessage";
        var info = status.GetDetail<ErrorInfo>();
        if (info?.Domain != ErrorTable.Domain) return "another domain";
        if (!Registered.TryGetValue(info.Reason, out var rule)) return $"{info.Reason} is no rule";
        if (ErrorTable.CodeOf(rule.Outcome) != refused.StatusCode || status.Code != (int)refused.StatusCode) return $"{info.Reason} has another status";
        var dutch = status.GetDetail<LocalizedMessage>();
        if (EnglishState().Match(dutch?.Message ?? "") is { Success: true } state) return $"says '{state.Value}' in Dutch";
        if (dutch?.Locale != "nl" || !Sentence().IsMatch(dutch.Message)) return "no Dutch sentence";
        return InnerText().Match(status.ToString() + refused.Status.Detail) is { Success: true } inner ? $"shows '{inner.Value}'" : null;
    }

    /// <summary>Names of states that are no Dutch words.</summary>
    [GeneratedRegex(@"\b(Offered|Accepted|EnRoute|OnScene|Cleared|Declined|Expired|Withdrawn|Failed|Preempted|Transporting|Received|Pending|Assigned|Handled|Closed|Cancelled|Scheduled|OnHold|AwaitingReporter|Available|Patrolling|Break|OutOfService)\b")]
    public static partial Regex EnglishState();

    [GeneratedRegex(@"\A[A-Z][^{}]+\.\z")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"Exception|Npgsql|Postgres|SQLSTATE|System\.|Handhaving\.[A-Z]|   at |select |insert |violates|relation """, RegexOptions.IgnoreCase)]
    private static partial Regex InnerText();
}
