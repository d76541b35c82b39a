import ca.uhn.fhir.batch2.jobs.merge.MergeAppCtx;
import ca.uhn.fhir.batch2.jobs.replacereferences.ReplaceReferencesAppCtx;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.provider.ValueSetOperationProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.test.config.TestHSearchAddInConfig;
import ca.uhn.fhir.jpa.test.config.TestR4Config;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.CorsInterceptor;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A HAPI FHIR R4 JPA server with H2 in memory, configured like the image hapiproject/hapi: pages of 20 entries,
 * at most 200; ids that a client assigns must hold a letter; references must lead to something.
 *
 * <p>Arguments: the address to bind and the port (0: any). The line "HAPI listens on PORT" on standard output says
 * that it answers.
 */
public final class HapiForTests {
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAXIMUM_PAGE_SIZE = 200;
    private static final int DATABASE_CONNECTIONS = 20;

    private HapiForTests() {}

    public static void main(String[] arguments) throws Exception {
        TestR4Config.ourMaxThreads = DATABASE_CONNECTIONS;
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(
                TestR4Config.class,
                TestHSearchAddInConfig.NoFT.class,
                ReplaceReferencesAppCtx.class,
                MergeAppCtx.class);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(arguments[0]);
        connector.setPort(Integer.parseInt(arguments[1]));
        server.addConnector(connector);
        ServletContextHandler paths = new ServletContextHandler();
        paths.addServlet(new ServletHolder(fhirServlet(beans)), "/fhir/*");
        server.setHandler(paths);
        server.start();
        System.out.println("HAPI listens on " + connector.getLocalPort());
        server.join();
    }

    private static RestfulServer fhirServlet(AnnotationConfigApplicationContext beans) {
        RestfulServer servlet = new RestfulServer(beans.getBean(FhirContext.class));
        servlet.registerProviders(
                beans.getBean("myResourceProvidersR4", ResourceProviderFactory.class).createProviders());
        servlet.registerProvider(beans.getBean(JpaSystemProvider.class));
        servlet.registerProvider(beans.getBean(ValueSetOperationProvider.class));
        servlet.registerInterceptor(new CorsInterceptor());
        servlet.setDefaultResponseEncoding(EncodingEnum.JSON);
        servlet.setPagingProvider(paging(beans));
        servlet.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                servlet,
                beans.getBean(IFhirSystemDao.class),
                beans.getBean(JpaStorageSettings.class),
                beans.getBean(ISearchParamRegistry.class),
                beans.getBean("myJpaValidationSupportChain", IValidationSupport.class)));
        return servlet;
    }

    private static DatabaseBackedPagingProvider paging(AnnotationConfigApplicationContext beans) {
        DatabaseBackedPagingProvider paging = beans.getBean(DatabaseBackedPagingProvider.class);
        paging.setDefaultPageSize(DEFAULT_PAGE_SIZE);
        paging.setMaximumPageSize(MAXIMUM_PAGE_SIZE);
        return paging;
    }
}
