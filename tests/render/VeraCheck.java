import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** FLAVOUR FILE...: veraPDF's own rules over PDF files; prints a line a file, then each rule that failed with how often. */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
    for (int number = 1; number < arguments.length; number++) {
      try (FileInputStream file = new FileInputStream(arguments[number]);
           PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
           PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        Map<String, Integer> failed = new TreeMap<>();
        for (TestAssertion one : result.getTestAssertions())
          if (one.getStatus() == TestAssertion.Status.FAILED)
            failed.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
        System.out.println((result.isCompliant() ? "complies\t" : "fails\t") + result.getTotalAssertions() + "\t" + arguments[number]);
        failed.forEach((rule, times) -> System.out.println("\t" + times + "\t" + rule));
      }
    }
  }
}
