//! A function as teams write them in Rust: lambda_runtime, and nothing of ours.

use lambda_runtime::{run, service_fn, Error, LambdaEvent};
use serde_json::{json, Value};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handle)).await
}

async fn handle(event: LambdaEvent<Value>) -> Result<Value, Error> {
    match event.payload["do"].as_str() {
        Some("fail") => Err("no luck".into()),
        Some("panic") => panic!("in a panic"),
        Some("exit") => std::process::exit(3),
        _ => Ok(json!({
            "event": event.payload,
            "id": event.context.request_id,
            "arn": event.context.invoked_function_arn,
            "hours": event.context.deadline().duration_since(std::time::SystemTime::now())?.as_secs_f64() / 3600.0,
            "process": std::process::id(),
        })),
    }
}
