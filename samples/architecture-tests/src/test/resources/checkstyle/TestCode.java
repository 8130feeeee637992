package x;

class TestCode {

    @Test // >>testPrefix
    void testPrefix() {}

    @Test
    void behaves() throws Exception {
        Thread.sleep(10); // >>sleepInTest
        TimeUnit.SECONDS.sleep(1); // >>sleepInTest
        System.getProperty("java.class.path");
    }
}
