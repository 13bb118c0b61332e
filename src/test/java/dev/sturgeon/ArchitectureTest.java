package dev.sturgeon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The walls of the house: which package may know which. */
@AnalyzeClasses(packages = "dev.sturgeon", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String FILES =
      "java\\.nio\\.file\\..*|java\\.nio\\.channels\\.FileChannel"
          + "|java\\.io\\.(File|RandomAccessFile).*";

  @ArchTest
  static final ArchRule roomsKnowOnlyTheirNeighbours =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.sturgeon..")
          .layer("space")
          .definedBy("dev.sturgeon.space..")
          .layer("stats")
          .definedBy("dev.sturgeon.stats..")
          .layer("trial")
          .definedBy("dev.sturgeon.trial..")
          .layer("sample")
          .definedBy("dev.sturgeon.sample..")
          .layer("schedule")
          .definedBy("dev.sturgeon.schedule..")
          .layer("panda")
          .definedBy("dev.sturgeon.panda..")
          .layer("journal")
          .definedBy("dev.sturgeon.journal..")
          .layer("study")
          .definedBy("dev.sturgeon.study..")
          .layer("train")
          .definedBy("dev.sturgeon.train..")
          .layer("data")
          .definedBy("dev.sturgeon.data..")
          .layer("store")
          .definedBy("dev.sturgeon.store..")
          .layer("spark")
          .definedBy("dev.sturgeon.spark..")
          .layer("dl4j")
          .definedBy("dev.sturgeon.dl4j..")
          .layer("report")
          .definedBy("dev.sturgeon.report..")
          .layer("conf")
          .definedBy("dev.sturgeon.conf..")
          .layer("api")
          .definedBy("dev.sturgeon.api..")
          .layer("cli")
          .definedBy("dev.sturgeon.cli..")
          .whereLayer("space")
          .mayNotAccessAnyLayer()
          .whereLayer("stats")
          .mayNotAccessAnyLayer()
          .whereLayer("data")
          .mayNotAccessAnyLayer()
          .whereLayer("store")
          .mayNotAccessAnyLayer()
          .whereLayer("trial")
          .mayOnlyAccessLayers("space", "stats")
          .whereLayer("sample")
          .mayOnlyAccessLayers("space", "trial")
          .whereLayer("panda")
          .mayOnlyAccessLayers("space", "trial")
          .whereLayer("schedule")
          .mayOnlyAccessLayers("space", "trial", "sample", "panda")
          .whereLayer("journal")
          .mayOnlyAccessLayers("space", "stats", "trial", "data", "store")
          .whereLayer("study")
          .mayOnlyAccessLayers("space", "trial", "schedule", "journal")
          .whereLayer("train")
          .mayOnlyAccessLayers("space", "stats", "trial", "data", "store")
          .whereLayer("dl4j")
          .mayOnlyAccessLayers("train", "trial", "space", "data")
          .whereLayer("spark")
          .mayOnlyAccessLayers("study", "train", "trial", "data", "store")
          .whereLayer("report")
          .mayOnlyAccessLayers("journal", "stats", "trial", "space", "store")
          .whereLayer("conf")
          .mayOnlyAccessLayers("space", "trial", "data", "panda")
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule roomsFormNoCycle =
      slices().matching("dev.sturgeon.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.sturgeon.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlySparkKnowsSpark =
      noClasses()
          .that(outside("dev.sturgeon.spark"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule onlyDl4jKnowsDl4j =
      noClasses()
          .that(outside("dev.sturgeon.dl4j"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule pureRoomsTouchNoFiles =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sturgeon.space..",
              "dev.sturgeon.stats..",
              "dev.sturgeon.trial..",
              "dev.sturgeon.sample..",
              "dev.sturgeon.schedule..",
              "dev.sturgeon.panda..",
              "dev.sturgeon.study..",
              "dev.sturgeon.data..",
              "dev.sturgeon.conf..",
              "dev.sturgeon.journal..",
              "dev.sturgeon.report..",
              "dev.sturgeon.train..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.and(
                  HasName.Predicates.nameMatching(FILES).forSubtype(),
                  DescribedPredicate.not(JavaClass.Predicates.assignableTo(Exception.class))));

  @ArchTest
  static final ArchRule onlyCliKnowsPicocli =
      noClasses()
          .that(outside("dev.sturgeon.cli"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  private static DescribedPredicate<JavaClass> outside(String room) {
    return DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(room + ".."));
  }
}
