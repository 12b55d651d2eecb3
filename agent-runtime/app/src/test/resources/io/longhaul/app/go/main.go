// A function as teams write them in Go: aws-lambda-go, and nothing of ours.
package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
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
	case "meet":
		return meet(), nil
	case "stream":
		return io.MultiReader(strings.NewReader("one "), strings.NewReader("two")), nil
	}
	called, _ := lambdacontext.FromContext(ctx)
	deadline, _ := ctx.Deadline()
	return answer{"go " + e.Text, called.AwsRequestID, time.Until(deadline).Hours()}, nil
}

var met sync.WaitGroup

// meet returns when eight calls are in it at once.
func meet() string {
	met.Done()
	met.Wait()
	time.Sleep(50 * time.Millisecond) // polls of the others lose their connections meanwhile
	return "met"
}

func init() { met.Add(8) }

func main() { lambda.Start(handle) }
