using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>What a failed call said.</summary>
public static class Failure
{
    /// <summary>Waits for the call to fail, checks what each error of the gateway has, and gives code and reason.</summary>
    public static async Task<(StatusCode Code, string Reason)> OfAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        var status = failure.GetRpcStatus();
        Assert.True(status is not null, failure.ToString());
        var info = Assert.Single(status.Details, detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        Assert.Equal("handhaving", info.Domain);
        var text = Assert.Single(status.Details, detail => detail.Is(LocalizedMessage.Descriptor)).Unpack<LocalizedMessage>();
        Assert.Equal("nl", text.Locale);
        Assert.NotEmpty(text.Message);
        return (failure.StatusCode, info.Reason);
    }

    public static Task<(StatusCode Code, string Reason)> OfAsync<T>(AsyncUnaryCall<T> call) => OfAsync(() => call.ResponseAsync);
}
