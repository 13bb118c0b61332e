package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sturgeon.train.SegmentWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SharedWorkTest {
  private final SharedWork shared = new SharedWork();

  @BeforeEach
  void forgetCounts() {
    FakeWork.forgetCounts();
  }

  @Test
  void isOpenedOnceAndClosedAfterTheLastUser() {
    SegmentWork one = shared.acquire(FakeWork::factory);
    SegmentWork other = shared.acquire(FakeWork::factory);
    shared.release();
    shared.close();

    assertThat(one).isSameAs(other);
    assertThat(FakeWork.counts().opened).hasValue(1);
    assertThat(FakeWork.counts().closed).hasValue(0);
    shared.release();
    assertThat(FakeWork.counts().closed).hasValue(1);
  }

  @Test
  void staysOpenBetweenUsers() {
    shared.acquire(FakeWork::factory);
    shared.release();
    shared.acquire(FakeWork::factory);

    assertThat(FakeWork.counts().opened).hasValue(1);
    assertThat(FakeWork.counts().closed).hasValue(0);
  }

  @Test
  void isNotOpenedForAStudyThatIsOver() {
    shared.close();

    assertThatIllegalStateException().isThrownBy(() -> shared.acquire(FakeWork::factory));
    assertThat(FakeWork.counts().opened).hasValue(0);
  }

  @Test
  void canBeOpenedAfterAFailure() {
    assertThatIllegalStateException().isThrownBy(() -> shared.acquire(FakeWork::brokenFactory));

    assertThat(shared.acquire(FakeWork::factory)).isNotNull();
    shared.release();
    shared.close();
    assertThat(FakeWork.counts().closed).hasValue(1);
  }
}
