package fi.hytekello.meeting.process;

import fi.hytekello.meeting.BodyYears;
import fi.hytekello.meeting.MeetingDeadlines;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.notification.PhaseTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The times that the models of bodies ask for. */
@Configuration(proxyBeanMethods = false)
class MeetingTimers {

    @Bean
    MeetingTimes meetingPreparationTimes(PhaseTimes times, Municipalities places, MeetingDeadlines deadlines) {
        return new MeetingTimes(
                times,
                places,
                MeetingTasks.PROCESS,
                MeetingTasks.PREPARE,
                execution -> deadlines.prepareBy(execution.getProcessInstanceId(), MeetingVariables.body(execution)));
    }

    @Bean
    MeetingTimes bodyReviewTimes(PhaseTimes times, Municipalities places, BodyYears years) {
        return new MeetingTimes(
                times, places, BodyYearTasks.PROCESS, BodyYearTasks.REVIEW, execution -> years.reviewBy());
    }

    @Bean
    MeetingTimes meetingRecordTimes(PhaseTimes times, Municipalities places, MeetingDeadlines deadlines) {
        return new MeetingTimes(
                times,
                places,
                MeetingTasks.PROCESS,
                MeetingTasks.RECORD,
                execution -> deadlines.recordBy(execution.getProcessInstanceId()));
    }
}
