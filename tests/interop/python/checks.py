"""Proves the contract with python grpcio. One line per check; the first failure ends the run with exit code 1."""
import queue
import re
import sys
import traceback
import uuid

import grpc

from platform_client import board, details_of, incidents, sign_in, units
from handhaving.dispatch.v1 import board_service_pb2, incident_pb2, incident_service_pb2, unit_service_pb2

TEAM = "teams/westelijke-mijnstreek"
HEADERS = sign_in()
STREAM_SECONDS = 60


def report(kind="waste.litter", priority=4):
    request = incident_service_pb2.ReportIncidentRequest(parent="municipalities/0888", request_id=str(uuid.uuid4()))
    request.incident.source = incident_pb2.INCIDENT_SOURCE_PHONE
    request.incident.type = kind
    request.incident.priority = priority
    request.incident.description = "Zwerfafval op het plein."
    request.incident.location.position.latitude = 50.941
    request.incident.location.position.longitude = 5.797
    return request


def send(request, metadata=None):
    return incidents.ReportIncident(request, timeout=5, metadata=HEADERS if metadata is None else metadata).incident


def failure_of(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call succeeded")


def watch(token="", timeout=STREAM_SECONDS):
    return board.WatchBoard(board_service_pb2.WatchBoardRequest(parent=TEAM, resume_token=token), metadata=HEADERS, timeout=timeout)


def until(stream, fits):
    for message in stream:
        if fits(message):
            return message
    raise AssertionError("the stream ended before the message that was waited for")


def a_unary_call_reports_an_incident():
    incident = send(report())
    assert re.fullmatch(r"municipalities/0888/incidents/[0-9a-f-]{36}", incident.name), incident.name
    assert incident.state == incident_pb2.INCIDENT_STATE_PENDING and incident.etag


def the_same_request_id_gives_the_same_answer():
    request = report()
    assert send(request) == send(request)


def the_same_request_id_with_another_content_is_refused():
    request = report()
    send(request)
    request.incident.priority = 5
    error = failure_of(lambda: send(request))
    assert error.code() == grpc.StatusCode.ALREADY_EXISTS
    assert details_of(error)[0].reason == "REQUEST_ID_REUSED"


def the_board_streams_hello_snapshot_end_of_snapshot_and_the_delta_of_a_new_report():
    stream = watch()
    hello = next(stream)
    assert hello.hello.reset and hello.hello.heartbeat_seconds > 0
    items = 0
    for message in stream:
        if message.WhichOneof("event") == "snapshot_end":
            break
        assert message.WhichOneof("event") == "snapshot_item"
        items += 1
    assert (message.snapshot_end.item_count, message.sequence) == (items, items + 2)
    name = send(report()).name
    assert until(stream, lambda one: one.delta.item.incident.name == name).resume_token
    stream.cancel()


def the_board_resumes_by_its_token_without_a_snapshot():
    stream = watch()
    token = until(stream, lambda one: one.WhichOneof("event") == "snapshot_end").resume_token
    stream.cancel()
    name = send(report()).name
    stream = watch(token)
    assert not next(stream).hello.reset
    for message in stream:
        assert message.WhichOneof("event") != "snapshot_item"
        if message.delta.item.incident.name == name:
            break
    stream.cancel()


def the_position_stream_acknowledges_each_batch():
    batches = queue.SimpleQueue()
    answers = units.StreamPositions(iter(batches.get, None), metadata=HEADERS, timeout=STREAM_SECONDS)
    for number in (1, 2):
        request = unit_service_pb2.StreamPositionsRequest(parent="municipalities/0888", batch=number)
        fix = request.fixes.add(unit="municipalities/0888/units/boa-0888-3").fix
        fix.position.latitude, fix.position.longitude, fix.accuracy_meters = 50.94, 5.8, 10
        fix.fix_time.GetCurrentTime()
        batches.put(request)
        answer = next(answer for answer in answers if answer.accepted_count or answer.refusals)  # an empty one is a heartbeat
        assert answer.batch == number and answer.accepted_count + len(answer.refusals) == 1
    batches.put(None)
    assert list(answers) == []


def an_error_carries_its_reason_and_a_dutch_text():
    error = failure_of(lambda: send(report(kind="nonsense")))
    info, text = details_of(error)
    assert error.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert (info.reason, info.domain) == ("UNKNOWN_INCIDENT_TYPE", "handhaving")
    assert text.locale.startswith("nl") and text.message


def a_call_without_a_token_is_refused():
    assert failure_of(lambda: send(report(), metadata=[])).code() == grpc.StatusCode.UNAUTHENTICATED


def a_deadline_that_passes_ends_the_call():
    assert failure_of(lambda: list(watch(timeout=0.3))).code() == grpc.StatusCode.DEADLINE_EXCEEDED


def a_cancelled_stream_ends_and_the_next_call_works():
    stream = watch()
    until(stream, lambda one: one.WhichOneof("event") == "snapshot_end")
    stream.cancel()
    assert failure_of(lambda: list(stream)).code() == grpc.StatusCode.CANCELLED
    incidents.ListIncidents(incident_service_pb2.ListIncidentsRequest(parent="municipalities/-", page_size=1), metadata=HEADERS, timeout=5)


CHECKS = [
    a_unary_call_reports_an_incident,
    the_same_request_id_gives_the_same_answer,
    the_same_request_id_with_another_content_is_refused,
    the_board_streams_hello_snapshot_end_of_snapshot_and_the_delta_of_a_new_report,
    the_board_resumes_by_its_token_without_a_snapshot,
    the_position_stream_acknowledges_each_batch,
    an_error_carries_its_reason_and_a_dutch_text,
    a_call_without_a_token_is_refused,
    a_deadline_that_passes_ends_the_call,
    a_cancelled_stream_ends_and_the_next_call_works,
]

for check in CHECKS:
    name = check.__name__.replace("_", " ")
    try:
        check()
    except Exception:
        print(f"FAILED  python: {name}\n{traceback.format_exc()}")
        sys.exit(1)
    print(f"ok      python: {name}")
