// A function as teams write them in Go: aws-lambda-go, and nothing of ours.
package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

type event struct {
	Do   string `json:"do"`
	Text string `json:"text"`
}

type answer struct {
	Text  string  `json:"text"`
	Id    string  `json:"id"`
	Hours float64 `json:"hours"`
}

func handle(ctx context.Context, e event) (any, error) {
	switch e.Do {
	case "fail":
		return nil, errors.New("no luck")
	case "panic":
		panic("in a panic")
	case "stream":
		return io.MultiReader(strings.NewReader("one "), strings.NewReader("two")), nil
	}
	called, _ := lambdacontext.FromContext(ctx)
	deadline, _ := ctx.Deadline()
	return answer{"go " + e.Text, called.AwsRequestID, time.Until(deadline).Hours()}, nil
}

func main() { lambda.Start(handle) }
