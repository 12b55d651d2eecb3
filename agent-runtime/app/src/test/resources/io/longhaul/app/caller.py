"""What teams write who call Lambda with boto3. Prints what it was answered."""
import base64, json, os, sys
import boto3
from botocore.config import Config

client = boto3.client(
    "lambda",
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id="id",
    aws_secret_access_key="secret",
    config=Config(retries={"max_attempts": 0}),
)
name = "Tested_prod"
told = {}

context = base64.b64encode(json.dumps({"client": {"installation_id": "i-1"}}).encode()).decode()
answer = client.invoke(FunctionName=name, LogType="Tail", ClientContext=context, Payload=b'{"a": 1}')
told["payload"] = json.loads(answer["Payload"].read())
told["log"] = base64.b64decode(answer["LogResult"]).decode()
told["request_id"] = answer["ResponseMetadata"]["RequestId"]

answer = client.invoke(FunctionName=name, Payload=b'{"do": "fail"}')
told["error"] = [answer["FunctionError"], json.loads(answer["Payload"].read())]



def trace_of(answer):
    return answer["ResponseMetadata"]["HTTPHeaders"].get("x-amzn-trace-id")


def traced():
    answer = client.invoke(FunctionName=name, Payload=b"{}")
    return {"told": json.loads(answer["Payload"].read())["trace"], "answered": trace_of(answer)}


told["untraced"] = traced()
# a caller that is a function itself, whose trace boto3 hands on
os.environ["AWS_LAMBDA_FUNCTION_NAME"] = "caller"
os.environ["_X_AMZN_TRACE_ID"] = sys.argv[2]
told["traced"] = traced()

told["event"] = client.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")["StatusCode"]
told["dry_run"] = client.invoke(FunctionName=name, InvocationType="DryRun", Payload=b"{}")["StatusCode"]


def streamed(payload):
    stream = client.invoke_with_response_stream(FunctionName=name, LogType="Tail", Payload=payload)
    parts, complete = [], None
    for event in stream["EventStream"]:
        if "PayloadChunk" in event:
            parts.append(event["PayloadChunk"]["Payload"].decode())
        else:
            complete = event["InvokeComplete"]
    complete["LogResult"] = base64.b64decode(complete["LogResult"]).decode()
    return {"text": "".join(parts), "complete": complete, "trace": trace_of(stream)}


told["stream"] = streamed(b'{"do": "stream"}')
told["stream_fail"] = streamed(b'{"do": "stream-fail"}')
told["whole"] = streamed(b'{"a": 2}')
try:
    client.invoke(FunctionName="other", Payload=b"{}")
except client.exceptions.ResourceNotFoundException as e:
    told["not_found"] = str(e)
print(json.dumps(told))
