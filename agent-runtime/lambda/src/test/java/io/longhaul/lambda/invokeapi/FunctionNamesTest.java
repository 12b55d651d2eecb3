package io.longhaul.lambda.invokeapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.http.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionNamesTest {

  private static final FunctionNames NAMES =
      new FunctionNames(
          new LinkedHashSet<>(List.of("InvoiceReader_prod", "invoice-reader")), "eu-west-1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvoiceReader_prod",
        "invoice-reader",
        "InvoiceReader_prod:live",
        "InvoiceReader_prod:$LATEST",
        "function:InvoiceReader_prod",
        "123456789012:function:InvoiceReader_prod",
        "123456789012:function:InvoiceReader_prod:7",
        "eu-west-1:123456789012:function:InvoiceReader_prod",
        "arn:aws:lambda:eu-west-1:210987654321:function:InvoiceReader_prod",
        "arn:aws-us-gov:lambda:us-gov-west-1:210987654321:function:InvoiceReader_prod:live",
      })
  void takesEveryFormOfItsNames(String name) {
    assertThatCode(() -> NAMES.require(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "Other, arn:aws:lambda:eu-west-1:123456789012:function:Other",
    "invoicereader_prod, arn:aws:lambda:eu-west-1:123456789012:function:invoicereader_prod",
    "Other:live, arn:aws:lambda:eu-west-1:123456789012:function:Other:live",
    "live:InvoiceReader_prod, arn:aws:lambda:eu-west-1:123456789012:function:live:InvoiceReader_prod",
    "arn:aws:lambda:us-east-2:210987654321:function:Other, arn:aws:lambda:us-east-2:210987654321:function:Other",
    "arn:aws:lambda:eu-west-1:210987654321:function:Other:InvoiceReader_prod, arn:aws:lambda:eu-west-1:210987654321:function:Other:InvoiceReader_prod",
    "arn:aws:sqs:eu-west-1:210987654321:InvoiceReader_prod, arn:aws:sqs:eu-west-1:210987654321:InvoiceReader_prod",
  })
  void refusesEveryOtherFunctionByItsArnAndSaysWhatItAnswersTo(String name, String arn) {
    assertThatThrownBy(() -> NAMES.require(name))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "Function not found: %s. This service answers to InvoiceReader_prod and invoice-reader.",
            arn);
  }
}
