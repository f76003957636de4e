using Google.Protobuf;
using Grpc.Core;

namespace Handhaving.Simulator.Fake;

/// <summary>Carries a mutation out once per request_id, with the faults that are switched on around it.</summary>
public sealed class Once(FakePlatform platform)
{
    /// <summary>The first answer again for the same request; another request under the same id is refused.</summary>
    public Task<TAnswer> DoAsync<TRequest, TAnswer>(TRequest request, string requestId, ServerCallContext context, Func<TAnswer> act)
        where TRequest : IMessage<TRequest>
        where TAnswer : class
    {
        if (context.Deadline == DateTime.MaxValue)
            throw Refusal.Of(StatusCode.InvalidArgument, "DEADLINE_REQUIRED");
        if (!Guid.TryParse(requestId, out _))
            throw Refusal.Of(StatusCode.InvalidArgument, "REQUEST_ID_REQUIRED");
        platform.Faults.Before();
        var text = $"{context.Method} {request}";
        var answer = platform.Do(() =>
        {
            if (platform.Answers.TryGetValue(requestId, out var first) && !platform.Faults.ForgetsRequestIds)
                return first.Request == text
                    ? (TAnswer)first.Answer
                    : throw Refusal.Of(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "Dit verzoek is al met een andere inhoud gedaan.");
            var made = act();
            platform.Answers[requestId] = (text, made);
            return made;
        });
        platform.Faults.After();
        return Task.FromResult(answer);
    }
}
